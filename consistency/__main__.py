"""`python -m consistency` is the command `consistency`."""

import sys

try:
    from consistency.cli import main
except KeyboardInterrupt:  # before the command line could catch it
    sys.exit(130)

sys.exit(main())
