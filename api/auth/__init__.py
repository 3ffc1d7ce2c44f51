"""Who is calling: API keys, operator keys, sessions, sign-in with OpenID Connect."""

from api.auth.operators import Operator
from api.auth.origin import require_same_origin
from api.auth.principals import Authenticator, authenticator_of, principal_of

__all__ = ["Authenticator", "Operator", "authenticator_of", "principal_of", "require_same_origin"]
