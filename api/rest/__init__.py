"""REST: operations are declared, and routes and the OpenAPI document follow from the declarations."""
