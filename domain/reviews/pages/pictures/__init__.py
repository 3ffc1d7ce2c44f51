"""The pictures of the documents, as SVG: legible in print and without colour, each with a title and a description."""
