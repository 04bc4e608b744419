"""One saying followed across reports."""
