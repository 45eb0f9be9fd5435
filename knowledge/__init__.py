"""What the assistant knows and keeps: one module a subject, its tables together with its queries."""
