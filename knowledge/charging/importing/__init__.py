"""Bringing in sites from files of others: all of a file, or nothing."""
