"""OCPI 2.2.1, as a receiver of charging sites and tariffs."""
