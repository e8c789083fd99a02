"""Prints `passed failed` for a JUnit file of ctest; a missing or empty file counts as one failure."""

import sys
import xml.etree.ElementTree as ElementTree

try:
    suite = ElementTree.parse(sys.argv[1]).getroot()
    cases = suite.findall("testcase")
except (OSError, ElementTree.ParseError):
    cases = []
passed = sum(case.get("status") == "run" for case in cases)
failed = sum(case.get("status") in ("fail", "notrun") for case in cases) + (not cases)
print(passed, failed)
