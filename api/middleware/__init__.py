"""What happens to every request before and after it is answered: plain ASGI, no framework."""
