"""The part of `make bench` that measures charging and journeys on a country full of chargers."""
