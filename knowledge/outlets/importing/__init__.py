"""The real network from CSV files: outlets with their hours, and what can be booked there."""
