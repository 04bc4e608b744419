"""What differs, one module a way of differing."""
