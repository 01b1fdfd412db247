# Print an optspec for argparse to handle cmd's options that are independent of any subcommand.
function __fish_pmdrace_global_optspecs
    string join \n color= progress= width= h/help V/version
end

function __fish_pmdrace_needs_command
    # Figure out if the current invocation already has a command.
    set -l cmd (commandline -opc)
    set -e cmd[1]
    argparse -s (__fish_pmdrace_global_optspecs) -- $cmd 2>/dev/null
    or return
    if set -q argv[1]
        # Also print the command, so this can be used to figure out what it is.
        echo $argv[1]
        return 1
    end
    return 0
end

function __fish_pmdrace_using_subcommand
    set -l cmd (__fish_pmdrace_needs_command)
    test -z "$cmd"
    and return 1
    contains -- $cmd[1] $argv
end

complete -c pmdrace -n "__fish_pmdrace_needs_command" -l color -d 'When to use colours; `auto` means on a terminal, unless NO_COLOR is set' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pmdrace -n "__fish_pmdrace_needs_command" -l progress -d 'How to show progress on standard error; `auto` means a bar on a terminal, and lines elsewhere' -r -f -a "auto\t''
bar\t'A bar that is drawn again and again'
plain\t'A line now and then'
none\t''"
complete -c pmdrace -n "__fish_pmdrace_needs_command" -l width -d 'The width to lay text out for. Default: the terminal\'s, up to 100' -r
complete -c pmdrace -n "__fish_pmdrace_needs_command" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c pmdrace -n "__fish_pmdrace_needs_command" -s V -l version -d 'Print version'
complete -c pmdrace -n "__fish_pmdrace_needs_command" -f -a "list" -d 'List the shipped scenarios'
complete -c pmdrace -n "__fish_pmdrace_needs_command" -f -a "show" -d 'Show what a scenario is made of: CPUs, routines, variants, properties, expectations'
complete -c pmdrace -n "__fish_pmdrace_needs_command" -f -a "check" -d 'Explore scenarios and say for each property whether it holds'
complete -c pmdrace -n "__fish_pmdrace_needs_command" -f -a "replay" -d 'Replay a trace file, or a scenario\'s committed traces'
complete -c pmdrace -n "__fish_pmdrace_needs_command" -f -a "matrix" -d 'Explore a scenario and show who is affected: variants by architectures'
complete -c pmdrace -n "__fish_pmdrace_needs_command" -f -a "gate" -d 'Compare verdicts and counts with the committed ones, for CI'
complete -c pmdrace -n "__fish_pmdrace_needs_command" -f -a "export" -d 'Export one cell to another tool: herd7, Graphviz or ShiViz'
complete -c pmdrace -n "__fish_pmdrace_needs_command" -f -a "decode" -d 'Decode a PMD word: its fields by name and what every kernel helper says about it'
complete -c pmdrace -n "__fish_pmdrace_needs_command" -f -a "contract" -d 'Check the contract of the page-table helpers on each architecture'
complete -c pmdrace -n "__fish_pmdrace_needs_command" -f -a "conform" -d 'Hold the transcriptions of kernel functions against the C of a kernel build'
complete -c pmdrace -n "__fish_pmdrace_needs_command" -f -a "kernel" -d 'Build a kernel tree so that its own C can be run, and say what a build provides'
complete -c pmdrace -n "__fish_pmdrace_needs_command" -f -a "mutate" -d 'Switch off each guard of the routines in turn and see whether a scenario detects it'
complete -c pmdrace -n "__fish_pmdrace_needs_command" -f -a "stress" -d 'Run scenarios on real threads: what was observed, and outcome coverage'
complete -c pmdrace -n "__fish_pmdrace_needs_command" -f -a "lint" -d 'Check scenario files, and find properties that nothing in them can violate'
complete -c pmdrace -n "__fish_pmdrace_needs_command" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c pmdrace -n "__fish_pmdrace_using_subcommand list" -l color -d 'When to use colours; `auto` means on a terminal, unless NO_COLOR is set' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pmdrace -n "__fish_pmdrace_using_subcommand list" -l progress -d 'How to show progress on standard error; `auto` means a bar on a terminal, and lines elsewhere' -r -f -a "auto\t''
bar\t'A bar that is drawn again and again'
plain\t'A line now and then'
none\t''"
complete -c pmdrace -n "__fish_pmdrace_using_subcommand list" -l width -d 'The width to lay text out for. Default: the terminal\'s, up to 100' -r
complete -c pmdrace -n "__fish_pmdrace_using_subcommand list" -l json -d 'Print the list as JSON'
complete -c pmdrace -n "__fish_pmdrace_using_subcommand list" -l steps -d 'List the functions that the steps of a CPU may call, beside the primitives of litmus tests'
complete -c pmdrace -n "__fish_pmdrace_using_subcommand list" -l routines -d 'List the routines that a CPU of a scenario may run, with their arguments and guards'
complete -c pmdrace -n "__fish_pmdrace_using_subcommand list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c pmdrace -n "__fish_pmdrace_using_subcommand show" -l interleavings -d 'List this many executions of the first selected cell instead, without orders that the search reduces away' -r
complete -c pmdrace -n "__fish_pmdrace_using_subcommand show" -l kernel -d 'Run the C of this kernel build, as far as it has what a scenario needs, on the build\'s own architecture and configuration; `pmdrace kernel build` makes one' -r -F
complete -c pmdrace -n "__fish_pmdrace_using_subcommand show" -l variant -d 'Only these variants' -r
complete -c pmdrace -n "__fish_pmdrace_using_subcommand show" -l arch -d 'Only these architectures: `arm64@6.12`, `arm64` in every release, or a pattern such as `*@6.1`' -r
complete -c pmdrace -n "__fish_pmdrace_using_subcommand show" -l reader -d 'Only these readers' -r
complete -c pmdrace -n "__fish_pmdrace_using_subcommand show" -l param -d 'Only cells with this parameter value, such as `walkers=1`' -r
complete -c pmdrace -n "__fish_pmdrace_using_subcommand show" -l memory -d 'Use this memory model instead of each architecture\'s own' -r -f -a "sc\t'Sequential consistency'
tso\t'Total store order'
rc11\t'RC11, C11 repaired: loom\'s'
armv8\t'Armv8'
rvwmo\t'RVWMO, of RISC-V'
lkmm\t'The Linux kernel memory model'"
complete -c pmdrace -n "__fish_pmdrace_using_subcommand show" -l color -d 'When to use colours; `auto` means on a terminal, unless NO_COLOR is set' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pmdrace -n "__fish_pmdrace_using_subcommand show" -l progress -d 'How to show progress on standard error; `auto` means a bar on a terminal, and lines elsewhere' -r -f -a "auto\t''
bar\t'A bar that is drawn again and again'
plain\t'A line now and then'
none\t''"
complete -c pmdrace -n "__fish_pmdrace_using_subcommand show" -l width -d 'The width to lay text out for. Default: the terminal\'s, up to 100' -r
complete -c pmdrace -n "__fish_pmdrace_using_subcommand show" -l plain-reloads -d 'Read an entry again at each use of its value, as a compiler may without READ_ONCE()'
complete -c pmdrace -n "__fish_pmdrace_using_subcommand show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c pmdrace -n "__fish_pmdrace_using_subcommand check" -l kernel -d 'Run the C of this kernel build, as far as it has what a scenario needs, on the build\'s own architecture and configuration; `pmdrace kernel build` makes one' -r -F
complete -c pmdrace -n "__fish_pmdrace_using_subcommand check" -l variant -d 'Only these variants' -r
complete -c pmdrace -n "__fish_pmdrace_using_subcommand check" -l arch -d 'Only these architectures: `arm64@6.12`, `arm64` in every release, or a pattern such as `*@6.1`' -r
complete -c pmdrace -n "__fish_pmdrace_using_subcommand check" -l reader -d 'Only these readers' -r
complete -c pmdrace -n "__fish_pmdrace_using_subcommand check" -l param -d 'Only cells with this parameter value, such as `walkers=1`' -r
complete -c pmdrace -n "__fish_pmdrace_using_subcommand check" -l memory -d 'Use this memory model instead of each architecture\'s own' -r -f -a "sc\t'Sequential consistency'
tso\t'Total store order'
rc11\t'RC11, C11 repaired: loom\'s'
armv8\t'Armv8'
rvwmo\t'RVWMO, of RISC-V'
lkmm\t'The Linux kernel memory model'"
complete -c pmdrace -n "__fish_pmdrace_using_subcommand check" -l engine -d 'The engine' -r -f -a "auto\t'Both exhaustive engines: the state-space engine always, loom where it can and within its budget'
loom\t'loom, the reference engine: explores every execution'
statespace\t'The state-space engine: explores every state once'
random\t'Random executions, for models that are too large to exhaust; never a proof'"
complete -c pmdrace -n "__fish_pmdrace_using_subcommand check" -l max-time -d 'End each search after this time, such as `60s` or `2min`, with its search for traces. Violations found late get another half second for theirs' -r
complete -c pmdrace -n "__fish_pmdrace_using_subcommand check" -l max-executions -d 'End each loom search after this many executions (with `--engine auto`, 200,000 by default), or draw this many with `--engine random` (10,000 by default)' -r
complete -c pmdrace -n "__fish_pmdrace_using_subcommand check" -l max-states -d 'End each state-space search after this many states' -r
complete -c pmdrace -n "__fish_pmdrace_using_subcommand check" -l max-memory -d 'End each state-space search when its states take this much memory, and likewise its search for traces. Default: 4GiB' -r
complete -c pmdrace -n "__fish_pmdrace_using_subcommand check" -l max-preemptions -d 'Explore only executions with at most this many preemptions on loom. What is not violated in them is inconclusive' -r
complete -c pmdrace -n "__fish_pmdrace_using_subcommand check" -l seed -d 'The seed for `--engine random`, in decimal, or in hexadecimal with `0x`. By default pmdrace picks a seed and prints it' -r
complete -c pmdrace -n "__fish_pmdrace_using_subcommand check" -l pct -d 'Schedule `--engine random` by priorities (PCT), with a guarantee for bugs of this depth. By default every step is drawn uniformly' -r
complete -c pmdrace -n "__fish_pmdrace_using_subcommand check" -s j -l jobs -d 'Run this many searches at a time, each in its own process; with fewer searches, state-space searches use the rest as threads. Default: one per core' -r
complete -c pmdrace -n "__fish_pmdrace_using_subcommand check" -l traces -d 'Write trace files, one per violation, to this directory. Default: the platform\'s cache' -r -F
complete -c pmdrace -n "__fish_pmdrace_using_subcommand check" -l report -d 'Also write a report; FORMAT is `json`, `jsonl` (one line per result, while it runs), `html`, `markdown`, `junit` or `sarif`. May be repeated' -r
complete -c pmdrace -n "__fish_pmdrace_using_subcommand check" -l color -d 'When to use colours; `auto` means on a terminal, unless NO_COLOR is set' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pmdrace -n "__fish_pmdrace_using_subcommand check" -l progress -d 'How to show progress on standard error; `auto` means a bar on a terminal, and lines elsewhere' -r -f -a "auto\t''
bar\t'A bar that is drawn again and again'
plain\t'A line now and then'
none\t''"
complete -c pmdrace -n "__fish_pmdrace_using_subcommand check" -l width -d 'The width to lay text out for. Default: the terminal\'s, up to 100' -r
complete -c pmdrace -n "__fish_pmdrace_using_subcommand check" -l plain-reloads -d 'Read an entry again at each use of its value, as a compiler may without READ_ONCE()'
complete -c pmdrace -n "__fish_pmdrace_using_subcommand check" -l full -d 'Also run loom on the cells that are slow on it'
complete -c pmdrace -n "__fish_pmdrace_using_subcommand check" -l first-violation -d 'End each search at its first violation instead of counting all violations. If that one is expected, the cell is as expected, and the properties that the search did not get to are not settled'
complete -c pmdrace -n "__fish_pmdrace_using_subcommand check" -s q -l quiet -d 'Hide progress'
complete -c pmdrace -n "__fish_pmdrace_using_subcommand check" -l json -d 'Print only the report document on standard output'
complete -c pmdrace -n "__fish_pmdrace_using_subcommand check" -s v -l verbose -d 'Show every cell in detail instead of a table'
complete -c pmdrace -n "__fish_pmdrace_using_subcommand check" -l failed -d 'Only the cells that were not as expected when they were last checked'
complete -c pmdrace -n "__fish_pmdrace_using_subcommand check" -l outcomes -d 'Of litmus tests, list all final states in the form of herd7'
complete -c pmdrace -n "__fish_pmdrace_using_subcommand check" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c pmdrace -n "__fish_pmdrace_using_subcommand replay" -l kernel -d 'Run the C of this kernel build, as far as it has what a scenario needs, on the build\'s own architecture and configuration; `pmdrace kernel build` makes one' -r -F
complete -c pmdrace -n "__fish_pmdrace_using_subcommand replay" -l variant -d 'Only these variants' -r
complete -c pmdrace -n "__fish_pmdrace_using_subcommand replay" -l arch -d 'Only these architectures: `arm64@6.12`, `arm64` in every release, or a pattern such as `*@6.1`' -r
complete -c pmdrace -n "__fish_pmdrace_using_subcommand replay" -l reader -d 'Only these readers' -r
complete -c pmdrace -n "__fish_pmdrace_using_subcommand replay" -l param -d 'Only cells with this parameter value, such as `walkers=1`' -r
complete -c pmdrace -n "__fish_pmdrace_using_subcommand replay" -l memory -d 'Use this memory model instead of each architecture\'s own' -r -f -a "sc\t'Sequential consistency'
tso\t'Total store order'
rc11\t'RC11, C11 repaired: loom\'s'
armv8\t'Armv8'
rvwmo\t'RVWMO, of RISC-V'
lkmm\t'The Linux kernel memory model'"
complete -c pmdrace -n "__fish_pmdrace_using_subcommand replay" -l property -d 'Only traces that violate this property' -r
complete -c pmdrace -n "__fish_pmdrace_using_subcommand replay" -l goal -d 'Show the easiest execution that reaches this goal instead' -r
complete -c pmdrace -n "__fish_pmdrace_using_subcommand replay" -l scenario -d 'The file of the trace\'s scenario, if it is not shipped' -r -F
complete -c pmdrace -n "__fish_pmdrace_using_subcommand replay" -l html -d 'Also write it as a self-contained HTML page' -r -F
complete -c pmdrace -n "__fish_pmdrace_using_subcommand replay" -l color -d 'When to use colours; `auto` means on a terminal, unless NO_COLOR is set' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pmdrace -n "__fish_pmdrace_using_subcommand replay" -l progress -d 'How to show progress on standard error; `auto` means a bar on a terminal, and lines elsewhere' -r -f -a "auto\t''
bar\t'A bar that is drawn again and again'
plain\t'A line now and then'
none\t''"
complete -c pmdrace -n "__fish_pmdrace_using_subcommand replay" -l width -d 'The width to lay text out for. Default: the terminal\'s, up to 100' -r
complete -c pmdrace -n "__fish_pmdrace_using_subcommand replay" -l plain-reloads -d 'Read an entry again at each use of its value, as a compiler may without READ_ONCE()'
complete -c pmdrace -n "__fish_pmdrace_using_subcommand replay" -l step -d 'Step through it interactively'
complete -c pmdrace -n "__fish_pmdrace_using_subcommand replay" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c pmdrace -n "__fish_pmdrace_using_subcommand matrix" -l kernel -d 'Run the C of this kernel build, as far as it has what a scenario needs, on the build\'s own architecture and configuration; `pmdrace kernel build` makes one' -r -F
complete -c pmdrace -n "__fish_pmdrace_using_subcommand matrix" -l variant -d 'Only these variants' -r
complete -c pmdrace -n "__fish_pmdrace_using_subcommand matrix" -l arch -d 'Only these architectures: `arm64@6.12`, `arm64` in every release, or a pattern such as `*@6.1`' -r
complete -c pmdrace -n "__fish_pmdrace_using_subcommand matrix" -l reader -d 'Only these readers' -r
complete -c pmdrace -n "__fish_pmdrace_using_subcommand matrix" -l param -d 'Only cells with this parameter value, such as `walkers=1`' -r
complete -c pmdrace -n "__fish_pmdrace_using_subcommand matrix" -l memory -d 'Use this memory model instead of each architecture\'s own' -r -f -a "sc\t'Sequential consistency'
tso\t'Total store order'
rc11\t'RC11, C11 repaired: loom\'s'
armv8\t'Armv8'
rvwmo\t'RVWMO, of RISC-V'
lkmm\t'The Linux kernel memory model'"
complete -c pmdrace -n "__fish_pmdrace_using_subcommand matrix" -l engine -d 'The engine' -r -f -a "auto\t'Both exhaustive engines: the state-space engine always, loom where it can and within its budget'
loom\t'loom, the reference engine: explores every execution'
statespace\t'The state-space engine: explores every state once'
random\t'Random executions, for models that are too large to exhaust; never a proof'"
complete -c pmdrace -n "__fish_pmdrace_using_subcommand matrix" -l max-time -d 'End each search after this time, such as `60s` or `2min`, with its search for traces. Violations found late get another half second for theirs' -r
complete -c pmdrace -n "__fish_pmdrace_using_subcommand matrix" -l max-executions -d 'End each loom search after this many executions (with `--engine auto`, 200,000 by default), or draw this many with `--engine random` (10,000 by default)' -r
complete -c pmdrace -n "__fish_pmdrace_using_subcommand matrix" -l max-states -d 'End each state-space search after this many states' -r
complete -c pmdrace -n "__fish_pmdrace_using_subcommand matrix" -l max-memory -d 'End each state-space search when its states take this much memory, and likewise its search for traces. Default: 4GiB' -r
complete -c pmdrace -n "__fish_pmdrace_using_subcommand matrix" -l max-preemptions -d 'Explore only executions with at most this many preemptions on loom. What is not violated in them is inconclusive' -r
complete -c pmdrace -n "__fish_pmdrace_using_subcommand matrix" -l seed -d 'The seed for `--engine random`, in decimal, or in hexadecimal with `0x`. By default pmdrace picks a seed and prints it' -r
complete -c pmdrace -n "__fish_pmdrace_using_subcommand matrix" -l pct -d 'Schedule `--engine random` by priorities (PCT), with a guarantee for bugs of this depth. By default every step is drawn uniformly' -r
complete -c pmdrace -n "__fish_pmdrace_using_subcommand matrix" -s j -l jobs -d 'Run this many searches at a time, each in its own process; with fewer searches, state-space searches use the rest as threads. Default: one per core' -r
complete -c pmdrace -n "__fish_pmdrace_using_subcommand matrix" -l traces -d 'Write trace files, one per violation, to this directory. Default: the platform\'s cache' -r -F
complete -c pmdrace -n "__fish_pmdrace_using_subcommand matrix" -l report -d 'Also write a report; FORMAT is `json`, `jsonl` (one line per result, while it runs), `html`, `markdown`, `junit` or `sarif`. May be repeated' -r
complete -c pmdrace -n "__fish_pmdrace_using_subcommand matrix" -l color -d 'When to use colours; `auto` means on a terminal, unless NO_COLOR is set' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pmdrace -n "__fish_pmdrace_using_subcommand matrix" -l progress -d 'How to show progress on standard error; `auto` means a bar on a terminal, and lines elsewhere' -r -f -a "auto\t''
bar\t'A bar that is drawn again and again'
plain\t'A line now and then'
none\t''"
complete -c pmdrace -n "__fish_pmdrace_using_subcommand matrix" -l width -d 'The width to lay text out for. Default: the terminal\'s, up to 100' -r
complete -c pmdrace -n "__fish_pmdrace_using_subcommand matrix" -l plain-reloads -d 'Read an entry again at each use of its value, as a compiler may without READ_ONCE()'
complete -c pmdrace -n "__fish_pmdrace_using_subcommand matrix" -l full -d 'Also run loom on the cells that are slow on it'
complete -c pmdrace -n "__fish_pmdrace_using_subcommand matrix" -l first-violation -d 'End each search at its first violation instead of counting all violations. If that one is expected, the cell is as expected, and the properties that the search did not get to are not settled'
complete -c pmdrace -n "__fish_pmdrace_using_subcommand matrix" -s q -l quiet -d 'Hide progress'
complete -c pmdrace -n "__fish_pmdrace_using_subcommand matrix" -l json -d 'Print only the report document on standard output'
complete -c pmdrace -n "__fish_pmdrace_using_subcommand matrix" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c pmdrace -n "__fish_pmdrace_using_subcommand gate" -l dir -d 'The directory in which `--bless` writes the golden files of shipped scenarios' -r -F
complete -c pmdrace -n "__fish_pmdrace_using_subcommand gate" -s j -l jobs -d 'Run this many searches at a time, each in its own process. Default: one per core' -r
complete -c pmdrace -n "__fish_pmdrace_using_subcommand gate" -l report -d 'Also write a report; FORMAT is `json`, `jsonl` (one line per result, while it runs), `html`, `markdown`, `junit` or `sarif`. May be repeated' -r
complete -c pmdrace -n "__fish_pmdrace_using_subcommand gate" -l traces -d 'Write trace files, one per violation, to this directory. Default: none' -r -F
complete -c pmdrace -n "__fish_pmdrace_using_subcommand gate" -l color -d 'When to use colours; `auto` means on a terminal, unless NO_COLOR is set' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pmdrace -n "__fish_pmdrace_using_subcommand gate" -l progress -d 'How to show progress on standard error; `auto` means a bar on a terminal, and lines elsewhere' -r -f -a "auto\t''
bar\t'A bar that is drawn again and again'
plain\t'A line now and then'
none\t''"
complete -c pmdrace -n "__fish_pmdrace_using_subcommand gate" -l width -d 'The width to lay text out for. Default: the terminal\'s, up to 100' -r
complete -c pmdrace -n "__fish_pmdrace_using_subcommand gate" -l full -d 'Also run loom on the cells that are slow on it'
complete -c pmdrace -n "__fish_pmdrace_using_subcommand gate" -l bless -d 'Write the results to the golden files instead of comparing with them'
complete -c pmdrace -n "__fish_pmdrace_using_subcommand gate" -s q -l quiet -d 'Hide progress'
complete -c pmdrace -n "__fish_pmdrace_using_subcommand gate" -l json -d 'Print only the report document on standard output'
complete -c pmdrace -n "__fish_pmdrace_using_subcommand gate" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c pmdrace -n "__fish_pmdrace_using_subcommand export" -l variant -d 'Only these variants' -r
complete -c pmdrace -n "__fish_pmdrace_using_subcommand export" -l arch -d 'Only these architectures: `arm64@6.12`, `arm64` in every release, or a pattern such as `*@6.1`' -r
complete -c pmdrace -n "__fish_pmdrace_using_subcommand export" -l reader -d 'Only these readers' -r
complete -c pmdrace -n "__fish_pmdrace_using_subcommand export" -l param -d 'Only cells with this parameter value, such as `walkers=1`' -r
complete -c pmdrace -n "__fish_pmdrace_using_subcommand export" -l memory -d 'Use this memory model instead of each architecture\'s own' -r -f -a "sc\t'Sequential consistency'
tso\t'Total store order'
rc11\t'RC11, C11 repaired: loom\'s'
armv8\t'Armv8'
rvwmo\t'RVWMO, of RISC-V'
lkmm\t'The Linux kernel memory model'"
complete -c pmdrace -n "__fish_pmdrace_using_subcommand export" -l as -d 'The format' -r -f -a "litmus\t'A C litmus test for herd7, from a scenario that lists its steps'
dot\t'A Graphviz graph of the easiest violating execution, or of one that reaches a goal'
shiviz\t'The same execution as a ShiViz log'"
complete -c pmdrace -n "__fish_pmdrace_using_subcommand export" -s o -l output -d 'Write to a file instead of standard output' -r -F
complete -c pmdrace -n "__fish_pmdrace_using_subcommand export" -l color -d 'When to use colours; `auto` means on a terminal, unless NO_COLOR is set' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pmdrace -n "__fish_pmdrace_using_subcommand export" -l progress -d 'How to show progress on standard error; `auto` means a bar on a terminal, and lines elsewhere' -r -f -a "auto\t''
bar\t'A bar that is drawn again and again'
plain\t'A line now and then'
none\t''"
complete -c pmdrace -n "__fish_pmdrace_using_subcommand export" -l width -d 'The width to lay text out for. Default: the terminal\'s, up to 100' -r
complete -c pmdrace -n "__fish_pmdrace_using_subcommand export" -l plain-reloads -d 'Read an entry again at each use of its value, as a compiler may without READ_ONCE()'
complete -c pmdrace -n "__fish_pmdrace_using_subcommand export" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c pmdrace -n "__fish_pmdrace_using_subcommand decode" -l kernel -d 'Ask the helpers of this kernel build instead; `pmdrace kernel build` makes one' -r -F
complete -c pmdrace -n "__fish_pmdrace_using_subcommand decode" -l color -d 'When to use colours; `auto` means on a terminal, unless NO_COLOR is set' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pmdrace -n "__fish_pmdrace_using_subcommand decode" -l progress -d 'How to show progress on standard error; `auto` means a bar on a terminal, and lines elsewhere' -r -f -a "auto\t''
bar\t'A bar that is drawn again and again'
plain\t'A line now and then'
none\t''"
complete -c pmdrace -n "__fish_pmdrace_using_subcommand decode" -l width -d 'The width to lay text out for. Default: the terminal\'s, up to 100' -r
complete -c pmdrace -n "__fish_pmdrace_using_subcommand decode" -l json -d 'Print one JSON object instead'
complete -c pmdrace -n "__fish_pmdrace_using_subcommand decode" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c pmdrace -n "__fish_pmdrace_using_subcommand contract" -l kernel -d 'Check the helpers of this kernel build instead; `pmdrace kernel build` makes one. May be given several times' -r -F
complete -c pmdrace -n "__fish_pmdrace_using_subcommand contract" -l seed -d 'The seed of the random words, in decimal, or in hexadecimal with `0x`' -r
complete -c pmdrace -n "__fish_pmdrace_using_subcommand contract" -l words -d 'The number of random words of each class to check besides the exhaustive ones' -r
complete -c pmdrace -n "__fish_pmdrace_using_subcommand contract" -l color -d 'When to use colours; `auto` means on a terminal, unless NO_COLOR is set' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pmdrace -n "__fish_pmdrace_using_subcommand contract" -l progress -d 'How to show progress on standard error; `auto` means a bar on a terminal, and lines elsewhere' -r -f -a "auto\t''
bar\t'A bar that is drawn again and again'
plain\t'A line now and then'
none\t''"
complete -c pmdrace -n "__fish_pmdrace_using_subcommand contract" -l width -d 'The width to lay text out for. Default: the terminal\'s, up to 100' -r
complete -c pmdrace -n "__fish_pmdrace_using_subcommand contract" -l json -d 'Print one JSON document instead'
complete -c pmdrace -n "__fish_pmdrace_using_subcommand contract" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c pmdrace -n "__fish_pmdrace_using_subcommand conform" -l kernel -d 'A build directory, as `pmdrace kernel build` makes it. May be given several times' -r -F
complete -c pmdrace -n "__fish_pmdrace_using_subcommand conform" -s j -l jobs -d 'Number of threads' -r
complete -c pmdrace -n "__fish_pmdrace_using_subcommand conform" -l color -d 'When to use colours; `auto` means on a terminal, unless NO_COLOR is set' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pmdrace -n "__fish_pmdrace_using_subcommand conform" -l progress -d 'How to show progress on standard error; `auto` means a bar on a terminal, and lines elsewhere' -r -f -a "auto\t''
bar\t'A bar that is drawn again and again'
plain\t'A line now and then'
none\t''"
complete -c pmdrace -n "__fish_pmdrace_using_subcommand conform" -l width -d 'The width to lay text out for. Default: the terminal\'s, up to 100' -r
complete -c pmdrace -n "__fish_pmdrace_using_subcommand conform" -s v -l verbose -d 'Print what the C rests on: stubs, capabilities, static keys'
complete -c pmdrace -n "__fish_pmdrace_using_subcommand conform" -l guards -d 'Switch off each guard of the transcriptions in turn, and see whether the comparison with one of the builds notices'
complete -c pmdrace -n "__fish_pmdrace_using_subcommand conform" -l json -d 'Print one JSON document instead'
complete -c pmdrace -n "__fish_pmdrace_using_subcommand conform" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c pmdrace -n "__fish_pmdrace_using_subcommand kernel; and not __fish_seen_subcommand_from plan build check status help" -l color -d 'When to use colours; `auto` means on a terminal, unless NO_COLOR is set' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pmdrace -n "__fish_pmdrace_using_subcommand kernel; and not __fish_seen_subcommand_from plan build check status help" -l progress -d 'How to show progress on standard error; `auto` means a bar on a terminal, and lines elsewhere' -r -f -a "auto\t''
bar\t'A bar that is drawn again and again'
plain\t'A line now and then'
none\t''"
complete -c pmdrace -n "__fish_pmdrace_using_subcommand kernel; and not __fish_seen_subcommand_from plan build check status help" -l width -d 'The width to lay text out for. Default: the terminal\'s, up to 100' -r
complete -c pmdrace -n "__fish_pmdrace_using_subcommand kernel; and not __fish_seen_subcommand_from plan build check status help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c pmdrace -n "__fish_pmdrace_using_subcommand kernel; and not __fish_seen_subcommand_from plan build check status help" -f -a "plan" -d 'Print the commands that build what pmdrace runs of a tree'
complete -c pmdrace -n "__fish_pmdrace_using_subcommand kernel; and not __fish_seen_subcommand_from plan build check status help" -f -a "build" -d 'Run these commands'
complete -c pmdrace -n "__fish_pmdrace_using_subcommand kernel; and not __fish_seen_subcommand_from plan build check status help" -f -a "check" -d 'Say race by race whether the tree has it, by its own C'
complete -c pmdrace -n "__fish_pmdrace_using_subcommand kernel; and not __fish_seen_subcommand_from plan build check status help" -f -a "status" -d 'Say what a build directory provides'
complete -c pmdrace -n "__fish_pmdrace_using_subcommand kernel; and not __fish_seen_subcommand_from plan build check status help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c pmdrace -n "__fish_pmdrace_using_subcommand kernel; and __fish_seen_subcommand_from plan" -l tree -d 'The kernel tree' -r -F
complete -c pmdrace -n "__fish_pmdrace_using_subcommand kernel; and __fish_seen_subcommand_from plan" -l arch -d 'The architecture, as make or pmdrace names it, such as arm64 or x86_64' -r
complete -c pmdrace -n "__fish_pmdrace_using_subcommand kernel; and __fish_seen_subcommand_from plan" -l out -d 'The build directory. A configuration in it is kept' -r -F
complete -c pmdrace -n "__fish_pmdrace_using_subcommand kernel; and __fish_seen_subcommand_from plan" -l llvm -d 'The version of clang and LLVM, 16 to 19' -r
complete -c pmdrace -n "__fish_pmdrace_using_subcommand kernel; and __fish_seen_subcommand_from plan" -s j -l jobs -d 'How many jobs make may run' -r
complete -c pmdrace -n "__fish_pmdrace_using_subcommand kernel; and __fish_seen_subcommand_from plan" -l color -d 'When to use colours; `auto` means on a terminal, unless NO_COLOR is set' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pmdrace -n "__fish_pmdrace_using_subcommand kernel; and __fish_seen_subcommand_from plan" -l progress -d 'How to show progress on standard error; `auto` means a bar on a terminal, and lines elsewhere' -r -f -a "auto\t''
bar\t'A bar that is drawn again and again'
plain\t'A line now and then'
none\t''"
complete -c pmdrace -n "__fish_pmdrace_using_subcommand kernel; and __fish_seen_subcommand_from plan" -l width -d 'The width to lay text out for. Default: the terminal\'s, up to 100' -r
complete -c pmdrace -n "__fish_pmdrace_using_subcommand kernel; and __fish_seen_subcommand_from plan" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c pmdrace -n "__fish_pmdrace_using_subcommand kernel; and __fish_seen_subcommand_from build" -l tree -d 'The kernel tree' -r -F
complete -c pmdrace -n "__fish_pmdrace_using_subcommand kernel; and __fish_seen_subcommand_from build" -l arch -d 'The architecture, as make or pmdrace names it, such as arm64 or x86_64' -r
complete -c pmdrace -n "__fish_pmdrace_using_subcommand kernel; and __fish_seen_subcommand_from build" -l out -d 'The build directory. A configuration in it is kept' -r -F
complete -c pmdrace -n "__fish_pmdrace_using_subcommand kernel; and __fish_seen_subcommand_from build" -l llvm -d 'The version of clang and LLVM, 16 to 19' -r
complete -c pmdrace -n "__fish_pmdrace_using_subcommand kernel; and __fish_seen_subcommand_from build" -s j -l jobs -d 'How many jobs make may run' -r
complete -c pmdrace -n "__fish_pmdrace_using_subcommand kernel; and __fish_seen_subcommand_from build" -l color -d 'When to use colours; `auto` means on a terminal, unless NO_COLOR is set' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pmdrace -n "__fish_pmdrace_using_subcommand kernel; and __fish_seen_subcommand_from build" -l progress -d 'How to show progress on standard error; `auto` means a bar on a terminal, and lines elsewhere' -r -f -a "auto\t''
bar\t'A bar that is drawn again and again'
plain\t'A line now and then'
none\t''"
complete -c pmdrace -n "__fish_pmdrace_using_subcommand kernel; and __fish_seen_subcommand_from build" -l width -d 'The width to lay text out for. Default: the terminal\'s, up to 100' -r
complete -c pmdrace -n "__fish_pmdrace_using_subcommand kernel; and __fish_seen_subcommand_from build" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c pmdrace -n "__fish_pmdrace_using_subcommand kernel; and __fish_seen_subcommand_from check" -l kernel -d 'The kernel build' -r -F
complete -c pmdrace -n "__fish_pmdrace_using_subcommand kernel; and __fish_seen_subcommand_from check" -l against -d 'Say what differs in this build: in the verdicts, and where those are equal in what the functions do' -r -F
complete -c pmdrace -n "__fish_pmdrace_using_subcommand kernel; and __fish_seen_subcommand_from check" -s j -l jobs -d 'Run this many searches at a time. Default: one per core' -r
complete -c pmdrace -n "__fish_pmdrace_using_subcommand kernel; and __fish_seen_subcommand_from check" -l traces -d 'Write trace files, one per violation, to this directory. Default: the platform\'s cache' -r -F
complete -c pmdrace -n "__fish_pmdrace_using_subcommand kernel; and __fish_seen_subcommand_from check" -l report -d 'Also write a report; FORMAT is `json`, `jsonl` (one line per result, while it runs), `html`, `markdown`, `junit` or `sarif`. May be repeated' -r
complete -c pmdrace -n "__fish_pmdrace_using_subcommand kernel; and __fish_seen_subcommand_from check" -l color -d 'When to use colours; `auto` means on a terminal, unless NO_COLOR is set' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pmdrace -n "__fish_pmdrace_using_subcommand kernel; and __fish_seen_subcommand_from check" -l progress -d 'How to show progress on standard error; `auto` means a bar on a terminal, and lines elsewhere' -r -f -a "auto\t''
bar\t'A bar that is drawn again and again'
plain\t'A line now and then'
none\t''"
complete -c pmdrace -n "__fish_pmdrace_using_subcommand kernel; and __fish_seen_subcommand_from check" -l width -d 'The width to lay text out for. Default: the terminal\'s, up to 100' -r
complete -c pmdrace -n "__fish_pmdrace_using_subcommand kernel; and __fish_seen_subcommand_from check" -l transcriptions -d 'Also explore every cell with transcriptions on the shipped architecture, and say which verdicts differ'
complete -c pmdrace -n "__fish_pmdrace_using_subcommand kernel; and __fish_seen_subcommand_from check" -s q -l quiet -d 'Hide progress'
complete -c pmdrace -n "__fish_pmdrace_using_subcommand kernel; and __fish_seen_subcommand_from check" -s v -l verbose -d 'Also list what the answers rest on'
complete -c pmdrace -n "__fish_pmdrace_using_subcommand kernel; and __fish_seen_subcommand_from check" -l json -d 'Print only the report document on standard output'
complete -c pmdrace -n "__fish_pmdrace_using_subcommand kernel; and __fish_seen_subcommand_from check" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c pmdrace -n "__fish_pmdrace_using_subcommand kernel; and __fish_seen_subcommand_from status" -l color -d 'When to use colours; `auto` means on a terminal, unless NO_COLOR is set' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pmdrace -n "__fish_pmdrace_using_subcommand kernel; and __fish_seen_subcommand_from status" -l progress -d 'How to show progress on standard error; `auto` means a bar on a terminal, and lines elsewhere' -r -f -a "auto\t''
bar\t'A bar that is drawn again and again'
plain\t'A line now and then'
none\t''"
complete -c pmdrace -n "__fish_pmdrace_using_subcommand kernel; and __fish_seen_subcommand_from status" -l width -d 'The width to lay text out for. Default: the terminal\'s, up to 100' -r
complete -c pmdrace -n "__fish_pmdrace_using_subcommand kernel; and __fish_seen_subcommand_from status" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c pmdrace -n "__fish_pmdrace_using_subcommand kernel; and __fish_seen_subcommand_from help" -f -a "plan" -d 'Print the commands that build what pmdrace runs of a tree'
complete -c pmdrace -n "__fish_pmdrace_using_subcommand kernel; and __fish_seen_subcommand_from help" -f -a "build" -d 'Run these commands'
complete -c pmdrace -n "__fish_pmdrace_using_subcommand kernel; and __fish_seen_subcommand_from help" -f -a "check" -d 'Say race by race whether the tree has it, by its own C'
complete -c pmdrace -n "__fish_pmdrace_using_subcommand kernel; and __fish_seen_subcommand_from help" -f -a "status" -d 'Say what a build directory provides'
complete -c pmdrace -n "__fish_pmdrace_using_subcommand kernel; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c pmdrace -n "__fish_pmdrace_using_subcommand mutate" -l color -d 'When to use colours; `auto` means on a terminal, unless NO_COLOR is set' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pmdrace -n "__fish_pmdrace_using_subcommand mutate" -l progress -d 'How to show progress on standard error; `auto` means a bar on a terminal, and lines elsewhere' -r -f -a "auto\t''
bar\t'A bar that is drawn again and again'
plain\t'A line now and then'
none\t''"
complete -c pmdrace -n "__fish_pmdrace_using_subcommand mutate" -l width -d 'The width to lay text out for. Default: the terminal\'s, up to 100' -r
complete -c pmdrace -n "__fish_pmdrace_using_subcommand mutate" -l trace -d 'Print the easiest execution that shows why each guard is needed'
complete -c pmdrace -n "__fish_pmdrace_using_subcommand mutate" -l json -d 'Print one JSON document instead'
complete -c pmdrace -n "__fish_pmdrace_using_subcommand mutate" -s q -l quiet -d 'Hide progress'
complete -c pmdrace -n "__fish_pmdrace_using_subcommand mutate" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c pmdrace -n "__fish_pmdrace_using_subcommand stress" -l variant -d 'Only these variants' -r
complete -c pmdrace -n "__fish_pmdrace_using_subcommand stress" -l arch -d 'Only these architectures: `arm64@6.12`, `arm64` in every release, or a pattern such as `*@6.1`' -r
complete -c pmdrace -n "__fish_pmdrace_using_subcommand stress" -l reader -d 'Only these readers' -r
complete -c pmdrace -n "__fish_pmdrace_using_subcommand stress" -l param -d 'Only cells with this parameter value, such as `walkers=1`' -r
complete -c pmdrace -n "__fish_pmdrace_using_subcommand stress" -l memory -d 'Use this memory model instead of each architecture\'s own' -r -f -a "sc\t'Sequential consistency'
tso\t'Total store order'
rc11\t'RC11, C11 repaired: loom\'s'
armv8\t'Armv8'
rvwmo\t'RVWMO, of RISC-V'
lkmm\t'The Linux kernel memory model'"
complete -c pmdrace -n "__fish_pmdrace_using_subcommand stress" -l time -d 'The total time, for all selected cells together. Cells take turns in random order' -r
complete -c pmdrace -n "__fish_pmdrace_using_subcommand stress" -l threads -d 'The maximum number of threads. A model takes one per CPU, and as many copies run side by side as fit, at least one. Default: one per core' -r
complete -c pmdrace -n "__fish_pmdrace_using_subcommand stress" -l seed -d 'The seed of delays and of the choice of cells. It does not make a run repeatable, since threads are not. By default pmdrace picks a seed and prints it' -r
complete -c pmdrace -n "__fish_pmdrace_using_subcommand stress" -l yield-every -d 'Make each CPU yield the processor before one step in this many' -r
complete -c pmdrace -n "__fish_pmdrace_using_subcommand stress" -l traces -d 'Write trace files, one per violation, to this directory. Default: the platform\'s cache' -r -F
complete -c pmdrace -n "__fish_pmdrace_using_subcommand stress" -l color -d 'When to use colours; `auto` means on a terminal, unless NO_COLOR is set' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pmdrace -n "__fish_pmdrace_using_subcommand stress" -l progress -d 'How to show progress on standard error; `auto` means a bar on a terminal, and lines elsewhere' -r -f -a "auto\t''
bar\t'A bar that is drawn again and again'
plain\t'A line now and then'
none\t''"
complete -c pmdrace -n "__fish_pmdrace_using_subcommand stress" -l width -d 'The width to lay text out for. Default: the terminal\'s, up to 100' -r
complete -c pmdrace -n "__fish_pmdrace_using_subcommand stress" -l plain-reloads -d 'Read an entry again at each use of its value, as a compiler may without READ_ONCE()'
complete -c pmdrace -n "__fish_pmdrace_using_subcommand stress" -l json -d 'Print only one JSON document on standard output'
complete -c pmdrace -n "__fish_pmdrace_using_subcommand stress" -s q -l quiet -d 'Print nothing on standard error'
complete -c pmdrace -n "__fish_pmdrace_using_subcommand stress" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c pmdrace -n "__fish_pmdrace_using_subcommand lint" -l color -d 'When to use colours; `auto` means on a terminal, unless NO_COLOR is set' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pmdrace -n "__fish_pmdrace_using_subcommand lint" -l progress -d 'How to show progress on standard error; `auto` means a bar on a terminal, and lines elsewhere' -r -f -a "auto\t''
bar\t'A bar that is drawn again and again'
plain\t'A line now and then'
none\t''"
complete -c pmdrace -n "__fish_pmdrace_using_subcommand lint" -l width -d 'The width to lay text out for. Default: the terminal\'s, up to 100' -r
complete -c pmdrace -n "__fish_pmdrace_using_subcommand lint" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c pmdrace -n "__fish_pmdrace_using_subcommand help; and not __fish_seen_subcommand_from list show check replay matrix gate export decode contract conform kernel mutate stress lint help" -f -a "list" -d 'List the shipped scenarios'
complete -c pmdrace -n "__fish_pmdrace_using_subcommand help; and not __fish_seen_subcommand_from list show check replay matrix gate export decode contract conform kernel mutate stress lint help" -f -a "show" -d 'Show what a scenario is made of: CPUs, routines, variants, properties, expectations'
complete -c pmdrace -n "__fish_pmdrace_using_subcommand help; and not __fish_seen_subcommand_from list show check replay matrix gate export decode contract conform kernel mutate stress lint help" -f -a "check" -d 'Explore scenarios and say for each property whether it holds'
complete -c pmdrace -n "__fish_pmdrace_using_subcommand help; and not __fish_seen_subcommand_from list show check replay matrix gate export decode contract conform kernel mutate stress lint help" -f -a "replay" -d 'Replay a trace file, or a scenario\'s committed traces'
complete -c pmdrace -n "__fish_pmdrace_using_subcommand help; and not __fish_seen_subcommand_from list show check replay matrix gate export decode contract conform kernel mutate stress lint help" -f -a "matrix" -d 'Explore a scenario and show who is affected: variants by architectures'
complete -c pmdrace -n "__fish_pmdrace_using_subcommand help; and not __fish_seen_subcommand_from list show check replay matrix gate export decode contract conform kernel mutate stress lint help" -f -a "gate" -d 'Compare verdicts and counts with the committed ones, for CI'
complete -c pmdrace -n "__fish_pmdrace_using_subcommand help; and not __fish_seen_subcommand_from list show check replay matrix gate export decode contract conform kernel mutate stress lint help" -f -a "export" -d 'Export one cell to another tool: herd7, Graphviz or ShiViz'
complete -c pmdrace -n "__fish_pmdrace_using_subcommand help; and not __fish_seen_subcommand_from list show check replay matrix gate export decode contract conform kernel mutate stress lint help" -f -a "decode" -d 'Decode a PMD word: its fields by name and what every kernel helper says about it'
complete -c pmdrace -n "__fish_pmdrace_using_subcommand help; and not __fish_seen_subcommand_from list show check replay matrix gate export decode contract conform kernel mutate stress lint help" -f -a "contract" -d 'Check the contract of the page-table helpers on each architecture'
complete -c pmdrace -n "__fish_pmdrace_using_subcommand help; and not __fish_seen_subcommand_from list show check replay matrix gate export decode contract conform kernel mutate stress lint help" -f -a "conform" -d 'Hold the transcriptions of kernel functions against the C of a kernel build'
complete -c pmdrace -n "__fish_pmdrace_using_subcommand help; and not __fish_seen_subcommand_from list show check replay matrix gate export decode contract conform kernel mutate stress lint help" -f -a "kernel" -d 'Build a kernel tree so that its own C can be run, and say what a build provides'
complete -c pmdrace -n "__fish_pmdrace_using_subcommand help; and not __fish_seen_subcommand_from list show check replay matrix gate export decode contract conform kernel mutate stress lint help" -f -a "mutate" -d 'Switch off each guard of the routines in turn and see whether a scenario detects it'
complete -c pmdrace -n "__fish_pmdrace_using_subcommand help; and not __fish_seen_subcommand_from list show check replay matrix gate export decode contract conform kernel mutate stress lint help" -f -a "stress" -d 'Run scenarios on real threads: what was observed, and outcome coverage'
complete -c pmdrace -n "__fish_pmdrace_using_subcommand help; and not __fish_seen_subcommand_from list show check replay matrix gate export decode contract conform kernel mutate stress lint help" -f -a "lint" -d 'Check scenario files, and find properties that nothing in them can violate'
complete -c pmdrace -n "__fish_pmdrace_using_subcommand help; and not __fish_seen_subcommand_from list show check replay matrix gate export decode contract conform kernel mutate stress lint help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c pmdrace -n "__fish_pmdrace_using_subcommand help; and __fish_seen_subcommand_from kernel" -f -a "plan" -d 'Print the commands that build what pmdrace runs of a tree'
complete -c pmdrace -n "__fish_pmdrace_using_subcommand help; and __fish_seen_subcommand_from kernel" -f -a "build" -d 'Run these commands'
complete -c pmdrace -n "__fish_pmdrace_using_subcommand help; and __fish_seen_subcommand_from kernel" -f -a "check" -d 'Say race by race whether the tree has it, by its own C'
complete -c pmdrace -n "__fish_pmdrace_using_subcommand help; and __fish_seen_subcommand_from kernel" -f -a "status" -d 'Say what a build directory provides'
