"""A customer's own data as a file, under an address that only the customer is given."""
