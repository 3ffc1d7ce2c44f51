"""How a venture gets what it needs: the pipeline of acquisitions, and the money of investors and lenders."""
