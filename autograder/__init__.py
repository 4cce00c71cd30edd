"""The private half: the truth, the examination, the gradebook."""

import sys

# jsonschema would compile a grammar for international addresses at import, which
# takes longer than all else together and which no notebook needs.
sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]
