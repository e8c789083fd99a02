"""`./dev soak`: the kill loop and the real data, over and over, on stator-server, until the time is up."""

import argparse
import os
import subprocess
import sys
import time

parser = argparse.ArgumentParser(description=__doc__)
parser.add_argument("--minutes", type=float, default=30)
deadline = time.monotonic() + 60 * parser.parse_args().minutes
here = os.path.dirname(os.path.abspath(__file__))
server = os.path.abspath(os.path.join(here, "../../build/release/bin/stator-server"))
rounds = 0
while time.monotonic() < deadline:
    done = subprocess.run(
        ["/usr/bin/python3", "-m", "unittest", "test_kill", "test_real_data"], cwd=here,
        env=os.environ | {"STATOR_SERVER": server, "STATOR_KILLS": "50"})
    if done.returncode:
        sys.exit(f"round {rounds + 1} failed")
    rounds += 1
print(f"{rounds} rounds, 50 kills each, nothing lost")
