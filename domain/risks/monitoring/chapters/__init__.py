"""What rules may know of the chapters of a venture's life: one file a chapter, facts beside the SQL that reads them."""
