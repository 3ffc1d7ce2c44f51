"""Sheets: rows of every entity, brought in from CSV and workbooks."""
