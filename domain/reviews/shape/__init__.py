"""What stands in the report of a review and in its documents: declared once, and described member by member."""
