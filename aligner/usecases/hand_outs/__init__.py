"""What is handed to others: the report and tables for other programs."""
