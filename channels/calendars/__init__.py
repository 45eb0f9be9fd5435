"""A booking in the customer's own calendar: an address that we signed, and the file behind it."""
