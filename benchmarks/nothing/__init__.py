"""Services and a page that do nothing: the yardsticks. They are loaded by the benchmarks' servers alone."""
