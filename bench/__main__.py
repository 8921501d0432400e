"""Run all benchmarks: ``python -m bench``, or some: ``python -m bench apportionment``."""

import sys

from bench.run import main

sys.exit(main(sys.argv[1:]))
