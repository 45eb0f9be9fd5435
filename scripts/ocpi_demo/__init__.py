"""A made-up charging operator that sends sites and status changes (`make ocpi-demo`)."""
