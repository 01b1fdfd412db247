#!/bin/sh
# For `git bisect run`, in a kernel tree:
#
#   git bisect run bisect.sh ARCH SCENARIO
#
# Ends with 0 where the tree does not have the race, with 1 where it has it, and with 125, which skips the commit,
# where it cannot be built or does not settle the question. The build directory stays from commit to commit, so that
# make compiles only what differs; PMDRACE_BUILD names another.
if [ $# -ne 2 ]; then
    echo "usage: $0 ARCH SCENARIO" >&2
    exit 128
fi
tree=$(git rev-parse --show-toplevel) || exit 128
build=${PMDRACE_BUILD:-$tree-pmdrace}

pmdrace kernel build --tree "$tree" --arch "$1" --out "$build" --jobs "$(nproc)" >&2 || exit 125

said=$(pmdrace kernel check --kernel "$build" --quiet "$2")
code=$?
printf '%s\n' "$said"
case $code:$said in
0:*'fixed here'*) exit 0 ;;
# Also where the release is known to have the race, which is no news and no failure.
[01]:*'present here'*) exit 1 ;;
# Interrupted: this ends the bisection.
130:*) exit 130 ;;
*) exit 125 ;;
esac
