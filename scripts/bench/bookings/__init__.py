"""The part of `make bench` that measures bookings: free times, races for the last places, histories."""
