"""Money: budgets, costs, receipts and cash, and what follows from them."""
