# Print an optspec for argparse to handle cmd's options that are independent of any subcommand.
function __fish_pmdrace_global_optspecs
    string join \n h/help V/version
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

complete -c pmdrace -n "__fish_pmdrace_needs_command" -s h -l help -d 'Print help'
complete -c pmdrace -n "__fish_pmdrace_needs_command" -s V -l version -d 'Print version'
complete -c pmdrace -n "__fish_pmdrace_needs_command" -f -a "list" -d 'List the shipped scenarios'
complete -c pmdrace -n "__fish_pmdrace_needs_command" -f -a "show" -d 'Show what a scenario is made of: CPUs, routines, variants, properties, expectations'
complete -c pmdrace -n "__fish_pmdrace_needs_command" -f -a "check" -d 'Explore scenarios and say for each property whether it holds'
complete -c pmdrace -n "__fish_pmdrace_needs_command" -f -a "replay" -d 'Go the way of a trace once more: of a file, or the committed ones of a scenario'
complete -c pmdrace -n "__fish_pmdrace_needs_command" -f -a "matrix" -d 'Explore a scenario and show who is affected: variants by architectures'
complete -c pmdrace -n "__fish_pmdrace_needs_command" -f -a "gate" -d 'Compare verdicts and counts with the committed ones: the verb for CI'
complete -c pmdrace -n "__fish_pmdrace_needs_command" -f -a "export" -d 'Write one cell for another tool: herd7, Graphviz or ShiViz'
complete -c pmdrace -n "__fish_pmdrace_needs_command" -f -a "decode" -d 'Decode a PMD word: its fields by name and what every kernel helper says about it'
complete -c pmdrace -n "__fish_pmdrace_needs_command" -f -a "contract" -d 'Ask which promises about the page-table helpers each architecture keeps'
complete -c pmdrace -n "__fish_pmdrace_needs_command" -f -a "mutate" -d 'Switch off every guard that the routines rely on, one at a time: does some scenario notice?'
complete -c pmdrace -n "__fish_pmdrace_needs_command" -f -a "stress" -d 'Run scenarios on real threads: does the race show, and how much of what can happen does?'
complete -c pmdrace -n "__fish_pmdrace_needs_command" -f -a "lint" -d 'Check scenario files without exploring them'
complete -c pmdrace -n "__fish_pmdrace_needs_command" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c pmdrace -n "__fish_pmdrace_using_subcommand list" -l json -d 'Print the list as JSON'
complete -c pmdrace -n "__fish_pmdrace_using_subcommand list" -s h -l help -d 'Print help'
complete -c pmdrace -n "__fish_pmdrace_using_subcommand show" -l interleavings -d 'List this many executions of the first cell that is selected instead, orders left out that the search leaves out' -r
complete -c pmdrace -n "__fish_pmdrace_using_subcommand show" -l variant -d 'Only these variants' -r
complete -c pmdrace -n "__fish_pmdrace_using_subcommand show" -l arch -d 'Only these architectures; a pattern such as `arm64*` selects several' -r
complete -c pmdrace -n "__fish_pmdrace_using_subcommand show" -l reader -d 'Only these readers' -r
complete -c pmdrace -n "__fish_pmdrace_using_subcommand show" -l param -d 'Only cells with this parameter value, such as `walkers=1`' -r
complete -c pmdrace -n "__fish_pmdrace_using_subcommand show" -l memory -d 'Explore under this memory model instead of each architecture\'s own' -r -f -a "sc\t'Sequential consistency'
tso\t'Total store order'
weak\t'Weak: only barriers and dependencies order'"
complete -c pmdrace -n "__fish_pmdrace_using_subcommand show" -l full -d 'On loom, also explore the cells that take it so long that a scenario keeps them for full runs'
complete -c pmdrace -n "__fish_pmdrace_using_subcommand show" -l plain-reloads -d 'Let the compiler read an entry again each time that its value is used, as it may without READ_ONCE()'
complete -c pmdrace -n "__fish_pmdrace_using_subcommand show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c pmdrace -n "__fish_pmdrace_using_subcommand check" -l variant -d 'Only these variants' -r
complete -c pmdrace -n "__fish_pmdrace_using_subcommand check" -l arch -d 'Only these architectures; a pattern such as `arm64*` selects several' -r
complete -c pmdrace -n "__fish_pmdrace_using_subcommand check" -l reader -d 'Only these readers' -r
complete -c pmdrace -n "__fish_pmdrace_using_subcommand check" -l param -d 'Only cells with this parameter value, such as `walkers=1`' -r
complete -c pmdrace -n "__fish_pmdrace_using_subcommand check" -l memory -d 'Explore under this memory model instead of each architecture\'s own' -r -f -a "sc\t'Sequential consistency'
tso\t'Total store order'
weak\t'Weak: only barriers and dependencies order'"
complete -c pmdrace -n "__fish_pmdrace_using_subcommand check" -l engine -d 'The engine' -r -f -a "auto\t'Both, side by side: the state-space engine always, loom where it can and its budget lasts'
loom\t'loom, the reference engine: every execution'
statespace\t'The state-space engine: every state once'
random\t'Executions drawn at random, for what is too large to exhaust: never a proof'"
complete -c pmdrace -n "__fish_pmdrace_using_subcommand check" -l max-time -d 'End each search after this time, such as `60s` or `2min`' -r
complete -c pmdrace -n "__fish_pmdrace_using_subcommand check" -l max-executions -d 'End each loom search after this many executions; with `--engine auto` after 200,000 if not given. With `--engine random` draw this many; 10,000 if not given' -r
complete -c pmdrace -n "__fish_pmdrace_using_subcommand check" -l max-states -d 'End each state-space search after this many states' -r
complete -c pmdrace -n "__fish_pmdrace_using_subcommand check" -l max-memory -d 'End each state-space search when its states take this much memory' -r
complete -c pmdrace -n "__fish_pmdrace_using_subcommand check" -l max-preemptions -d 'On loom, explore only executions with at most this many preemptions; not a proof beyond' -r
complete -c pmdrace -n "__fish_pmdrace_using_subcommand check" -l seed -d 'With `--engine random`, where the random numbers come from, in decimal, or in hexadecimal with `0x`; if not given, the operating system draws a seed, and it is told' -r
complete -c pmdrace -n "__fish_pmdrace_using_subcommand check" -l pct -d 'With `--engine random`, draw by priorities (PCT), with a guarantee for bugs of this depth; if not given, every step is drawn uniformly' -r
complete -c pmdrace -n "__fish_pmdrace_using_subcommand check" -s j -l jobs -d 'How many searches at a time, each in a process of its own; where there are fewer searches, a state-space search uses the rest as threads. Default: one per core' -r
complete -c pmdrace -n "__fish_pmdrace_using_subcommand check" -l traces -d 'The folder for trace files, one for each violation; default: the platform\'s cache' -r -F
complete -c pmdrace -n "__fish_pmdrace_using_subcommand check" -l report -d 'Also write the report to a file; FORMAT is `json`, `jsonl` (line by line, as results come), `html`, `markdown`, `junit` or `sarif`. Can be given several times' -r
complete -c pmdrace -n "__fish_pmdrace_using_subcommand check" -l full -d 'On loom, also explore the cells that take it so long that a scenario keeps them for full runs'
complete -c pmdrace -n "__fish_pmdrace_using_subcommand check" -l plain-reloads -d 'Let the compiler read an entry again each time that its value is used, as it may without READ_ONCE()'
complete -c pmdrace -n "__fish_pmdrace_using_subcommand check" -l first-violation -d 'End each search at its first violation instead of counting all'
complete -c pmdrace -n "__fish_pmdrace_using_subcommand check" -s q -l quiet -d 'No progress on standard error'
complete -c pmdrace -n "__fish_pmdrace_using_subcommand check" -l json -d 'Print the report document on standard output and nothing else there'
complete -c pmdrace -n "__fish_pmdrace_using_subcommand check" -s v -l verbose -d 'Show every cell in detail instead of a table'
complete -c pmdrace -n "__fish_pmdrace_using_subcommand check" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c pmdrace -n "__fish_pmdrace_using_subcommand replay" -l variant -d 'Only these variants' -r
complete -c pmdrace -n "__fish_pmdrace_using_subcommand replay" -l arch -d 'Only these architectures; a pattern such as `arm64*` selects several' -r
complete -c pmdrace -n "__fish_pmdrace_using_subcommand replay" -l reader -d 'Only these readers' -r
complete -c pmdrace -n "__fish_pmdrace_using_subcommand replay" -l param -d 'Only cells with this parameter value, such as `walkers=1`' -r
complete -c pmdrace -n "__fish_pmdrace_using_subcommand replay" -l memory -d 'Explore under this memory model instead of each architecture\'s own' -r -f -a "sc\t'Sequential consistency'
tso\t'Total store order'
weak\t'Weak: only barriers and dependencies order'"
complete -c pmdrace -n "__fish_pmdrace_using_subcommand replay" -l property -d 'Only traces that violate this property' -r
complete -c pmdrace -n "__fish_pmdrace_using_subcommand replay" -l goal -d 'Show the shortest execution that reaches this goal instead' -r
complete -c pmdrace -n "__fish_pmdrace_using_subcommand replay" -l scenario -d 'The file of the scenario that a trace is of, if it is not shipped' -r -F
complete -c pmdrace -n "__fish_pmdrace_using_subcommand replay" -l html -d 'Also write it as one page that stands alone' -r -F
complete -c pmdrace -n "__fish_pmdrace_using_subcommand replay" -l full -d 'On loom, also explore the cells that take it so long that a scenario keeps them for full runs'
complete -c pmdrace -n "__fish_pmdrace_using_subcommand replay" -l plain-reloads -d 'Let the compiler read an entry again each time that its value is used, as it may without READ_ONCE()'
complete -c pmdrace -n "__fish_pmdrace_using_subcommand replay" -l step -d 'Walk through it key by key'
complete -c pmdrace -n "__fish_pmdrace_using_subcommand replay" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c pmdrace -n "__fish_pmdrace_using_subcommand matrix" -l variant -d 'Only these variants' -r
complete -c pmdrace -n "__fish_pmdrace_using_subcommand matrix" -l arch -d 'Only these architectures; a pattern such as `arm64*` selects several' -r
complete -c pmdrace -n "__fish_pmdrace_using_subcommand matrix" -l reader -d 'Only these readers' -r
complete -c pmdrace -n "__fish_pmdrace_using_subcommand matrix" -l param -d 'Only cells with this parameter value, such as `walkers=1`' -r
complete -c pmdrace -n "__fish_pmdrace_using_subcommand matrix" -l memory -d 'Explore under this memory model instead of each architecture\'s own' -r -f -a "sc\t'Sequential consistency'
tso\t'Total store order'
weak\t'Weak: only barriers and dependencies order'"
complete -c pmdrace -n "__fish_pmdrace_using_subcommand matrix" -l engine -d 'The engine' -r -f -a "auto\t'Both, side by side: the state-space engine always, loom where it can and its budget lasts'
loom\t'loom, the reference engine: every execution'
statespace\t'The state-space engine: every state once'
random\t'Executions drawn at random, for what is too large to exhaust: never a proof'"
complete -c pmdrace -n "__fish_pmdrace_using_subcommand matrix" -l max-time -d 'End each search after this time, such as `60s` or `2min`' -r
complete -c pmdrace -n "__fish_pmdrace_using_subcommand matrix" -l max-executions -d 'End each loom search after this many executions; with `--engine auto` after 200,000 if not given. With `--engine random` draw this many; 10,000 if not given' -r
complete -c pmdrace -n "__fish_pmdrace_using_subcommand matrix" -l max-states -d 'End each state-space search after this many states' -r
complete -c pmdrace -n "__fish_pmdrace_using_subcommand matrix" -l max-memory -d 'End each state-space search when its states take this much memory' -r
complete -c pmdrace -n "__fish_pmdrace_using_subcommand matrix" -l max-preemptions -d 'On loom, explore only executions with at most this many preemptions; not a proof beyond' -r
complete -c pmdrace -n "__fish_pmdrace_using_subcommand matrix" -l seed -d 'With `--engine random`, where the random numbers come from, in decimal, or in hexadecimal with `0x`; if not given, the operating system draws a seed, and it is told' -r
complete -c pmdrace -n "__fish_pmdrace_using_subcommand matrix" -l pct -d 'With `--engine random`, draw by priorities (PCT), with a guarantee for bugs of this depth; if not given, every step is drawn uniformly' -r
complete -c pmdrace -n "__fish_pmdrace_using_subcommand matrix" -s j -l jobs -d 'How many searches at a time, each in a process of its own; where there are fewer searches, a state-space search uses the rest as threads. Default: one per core' -r
complete -c pmdrace -n "__fish_pmdrace_using_subcommand matrix" -l traces -d 'The folder for trace files, one for each violation; default: the platform\'s cache' -r -F
complete -c pmdrace -n "__fish_pmdrace_using_subcommand matrix" -l report -d 'Also write the report to a file; FORMAT is `json`, `jsonl` (line by line, as results come), `html`, `markdown`, `junit` or `sarif`. Can be given several times' -r
complete -c pmdrace -n "__fish_pmdrace_using_subcommand matrix" -l full -d 'On loom, also explore the cells that take it so long that a scenario keeps them for full runs'
complete -c pmdrace -n "__fish_pmdrace_using_subcommand matrix" -l plain-reloads -d 'Let the compiler read an entry again each time that its value is used, as it may without READ_ONCE()'
complete -c pmdrace -n "__fish_pmdrace_using_subcommand matrix" -l first-violation -d 'End each search at its first violation instead of counting all'
complete -c pmdrace -n "__fish_pmdrace_using_subcommand matrix" -s q -l quiet -d 'No progress on standard error'
complete -c pmdrace -n "__fish_pmdrace_using_subcommand matrix" -l json -d 'Print the report document on standard output and nothing else there'
complete -c pmdrace -n "__fish_pmdrace_using_subcommand matrix" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c pmdrace -n "__fish_pmdrace_using_subcommand gate" -l dir -d 'The folder in which `--bless` finds the golden files of shipped scenarios' -r -F
complete -c pmdrace -n "__fish_pmdrace_using_subcommand gate" -s j -l jobs -d 'How many searches at a time, each in a process of its own; default: one per core' -r
complete -c pmdrace -n "__fish_pmdrace_using_subcommand gate" -l traces -d 'The folder for trace files, one for each violation; default: the platform\'s cache' -r -F
complete -c pmdrace -n "__fish_pmdrace_using_subcommand gate" -l report -d 'Also write the report to a file; FORMAT is `json`, `jsonl` (line by line, as results come), `html`, `markdown`, `junit` or `sarif`. Can be given several times' -r
complete -c pmdrace -n "__fish_pmdrace_using_subcommand gate" -l full -d 'On loom, also explore the cells that take it so long that a scenario keeps them for full runs'
complete -c pmdrace -n "__fish_pmdrace_using_subcommand gate" -l bless -d 'Write what was found into the golden files instead of comparing with them'
complete -c pmdrace -n "__fish_pmdrace_using_subcommand gate" -s q -l quiet -d 'No progress on standard error'
complete -c pmdrace -n "__fish_pmdrace_using_subcommand gate" -l json -d 'Print the report document on standard output and nothing else there'
complete -c pmdrace -n "__fish_pmdrace_using_subcommand gate" -s h -l help -d 'Print help'
complete -c pmdrace -n "__fish_pmdrace_using_subcommand export" -l variant -d 'Only these variants' -r
complete -c pmdrace -n "__fish_pmdrace_using_subcommand export" -l arch -d 'Only these architectures; a pattern such as `arm64*` selects several' -r
complete -c pmdrace -n "__fish_pmdrace_using_subcommand export" -l reader -d 'Only these readers' -r
complete -c pmdrace -n "__fish_pmdrace_using_subcommand export" -l param -d 'Only cells with this parameter value, such as `walkers=1`' -r
complete -c pmdrace -n "__fish_pmdrace_using_subcommand export" -l memory -d 'Explore under this memory model instead of each architecture\'s own' -r -f -a "sc\t'Sequential consistency'
tso\t'Total store order'
weak\t'Weak: only barriers and dependencies order'"
complete -c pmdrace -n "__fish_pmdrace_using_subcommand export" -l as -d 'For which tool' -r -f -a "litmus\t'A C litmus test of herd7, for scenarios that are made of primitives'
dot\t'A graph of the shortest violating execution, or of one that reaches a goal'
shiviz\t'The same as a ShiViz log'"
complete -c pmdrace -n "__fish_pmdrace_using_subcommand export" -s o -l output -d 'Write to a file instead of standard output' -r -F
complete -c pmdrace -n "__fish_pmdrace_using_subcommand export" -l full -d 'On loom, also explore the cells that take it so long that a scenario keeps them for full runs'
complete -c pmdrace -n "__fish_pmdrace_using_subcommand export" -l plain-reloads -d 'Let the compiler read an entry again each time that its value is used, as it may without READ_ONCE()'
complete -c pmdrace -n "__fish_pmdrace_using_subcommand export" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c pmdrace -n "__fish_pmdrace_using_subcommand decode" -l json -d 'Print one JSON object instead'
complete -c pmdrace -n "__fish_pmdrace_using_subcommand decode" -s h -l help -d 'Print help'
complete -c pmdrace -n "__fish_pmdrace_using_subcommand contract" -l seed -d 'Where the random words come from, in decimal, or in hexadecimal with `0x`' -r
complete -c pmdrace -n "__fish_pmdrace_using_subcommand contract" -l words -d 'How many random words of each class to ask about besides the exhaustive ones' -r
complete -c pmdrace -n "__fish_pmdrace_using_subcommand contract" -l json -d 'Print one JSON document instead'
complete -c pmdrace -n "__fish_pmdrace_using_subcommand contract" -s h -l help -d 'Print help'
complete -c pmdrace -n "__fish_pmdrace_using_subcommand mutate" -l trace -d 'Print the shortest execution that shows what each guard is for'
complete -c pmdrace -n "__fish_pmdrace_using_subcommand mutate" -l json -d 'Print one JSON document instead'
complete -c pmdrace -n "__fish_pmdrace_using_subcommand mutate" -s q -l quiet -d 'Do not tell how far it has come'
complete -c pmdrace -n "__fish_pmdrace_using_subcommand mutate" -s h -l help -d 'Print help'
complete -c pmdrace -n "__fish_pmdrace_using_subcommand stress" -l variant -d 'Only these variants' -r
complete -c pmdrace -n "__fish_pmdrace_using_subcommand stress" -l arch -d 'Only these architectures; a pattern such as `arm64*` selects several' -r
complete -c pmdrace -n "__fish_pmdrace_using_subcommand stress" -l reader -d 'Only these readers' -r
complete -c pmdrace -n "__fish_pmdrace_using_subcommand stress" -l param -d 'Only cells with this parameter value, such as `walkers=1`' -r
complete -c pmdrace -n "__fish_pmdrace_using_subcommand stress" -l memory -d 'Explore under this memory model instead of each architecture\'s own' -r -f -a "sc\t'Sequential consistency'
tso\t'Total store order'
weak\t'Weak: only barriers and dependencies order'"
complete -c pmdrace -n "__fish_pmdrace_using_subcommand stress" -l time -d 'How long, for all selected cells together; which of them the next rounds are of is drawn at random' -r
complete -c pmdrace -n "__fish_pmdrace_using_subcommand stress" -l threads -d 'How many threads at most; a model takes one for each CPU, and as many copies of it run side by side as fit, one at least. Default: one per core' -r
complete -c pmdrace -n "__fish_pmdrace_using_subcommand stress" -l seed -d 'What delays and the choice of cells follow from; a run is not repeatable by it, for threads are not. Default: drawn at random, and told' -r
complete -c pmdrace -n "__fish_pmdrace_using_subcommand stress" -l yield-every -d 'Have each CPU yield the processor before one step in so many' -r
complete -c pmdrace -n "__fish_pmdrace_using_subcommand stress" -l traces -d 'The folder for trace files, one for each violation; default: the platform\'s cache' -r -F
complete -c pmdrace -n "__fish_pmdrace_using_subcommand stress" -l full -d 'On loom, also explore the cells that take it so long that a scenario keeps them for full runs'
complete -c pmdrace -n "__fish_pmdrace_using_subcommand stress" -l plain-reloads -d 'Let the compiler read an entry again each time that its value is used, as it may without READ_ONCE()'
complete -c pmdrace -n "__fish_pmdrace_using_subcommand stress" -l json -d 'Print one JSON document on standard output and nothing else there'
complete -c pmdrace -n "__fish_pmdrace_using_subcommand stress" -s q -l quiet -d 'Nothing on standard error'
complete -c pmdrace -n "__fish_pmdrace_using_subcommand stress" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c pmdrace -n "__fish_pmdrace_using_subcommand lint" -s h -l help -d 'Print help'
complete -c pmdrace -n "__fish_pmdrace_using_subcommand help; and not __fish_seen_subcommand_from list show check replay matrix gate export decode contract mutate stress lint help" -f -a "list" -d 'List the shipped scenarios'
complete -c pmdrace -n "__fish_pmdrace_using_subcommand help; and not __fish_seen_subcommand_from list show check replay matrix gate export decode contract mutate stress lint help" -f -a "show" -d 'Show what a scenario is made of: CPUs, routines, variants, properties, expectations'
complete -c pmdrace -n "__fish_pmdrace_using_subcommand help; and not __fish_seen_subcommand_from list show check replay matrix gate export decode contract mutate stress lint help" -f -a "check" -d 'Explore scenarios and say for each property whether it holds'
complete -c pmdrace -n "__fish_pmdrace_using_subcommand help; and not __fish_seen_subcommand_from list show check replay matrix gate export decode contract mutate stress lint help" -f -a "replay" -d 'Go the way of a trace once more: of a file, or the committed ones of a scenario'
complete -c pmdrace -n "__fish_pmdrace_using_subcommand help; and not __fish_seen_subcommand_from list show check replay matrix gate export decode contract mutate stress lint help" -f -a "matrix" -d 'Explore a scenario and show who is affected: variants by architectures'
complete -c pmdrace -n "__fish_pmdrace_using_subcommand help; and not __fish_seen_subcommand_from list show check replay matrix gate export decode contract mutate stress lint help" -f -a "gate" -d 'Compare verdicts and counts with the committed ones: the verb for CI'
complete -c pmdrace -n "__fish_pmdrace_using_subcommand help; and not __fish_seen_subcommand_from list show check replay matrix gate export decode contract mutate stress lint help" -f -a "export" -d 'Write one cell for another tool: herd7, Graphviz or ShiViz'
complete -c pmdrace -n "__fish_pmdrace_using_subcommand help; and not __fish_seen_subcommand_from list show check replay matrix gate export decode contract mutate stress lint help" -f -a "decode" -d 'Decode a PMD word: its fields by name and what every kernel helper says about it'
complete -c pmdrace -n "__fish_pmdrace_using_subcommand help; and not __fish_seen_subcommand_from list show check replay matrix gate export decode contract mutate stress lint help" -f -a "contract" -d 'Ask which promises about the page-table helpers each architecture keeps'
complete -c pmdrace -n "__fish_pmdrace_using_subcommand help; and not __fish_seen_subcommand_from list show check replay matrix gate export decode contract mutate stress lint help" -f -a "mutate" -d 'Switch off every guard that the routines rely on, one at a time: does some scenario notice?'
complete -c pmdrace -n "__fish_pmdrace_using_subcommand help; and not __fish_seen_subcommand_from list show check replay matrix gate export decode contract mutate stress lint help" -f -a "stress" -d 'Run scenarios on real threads: does the race show, and how much of what can happen does?'
complete -c pmdrace -n "__fish_pmdrace_using_subcommand help; and not __fish_seen_subcommand_from list show check replay matrix gate export decode contract mutate stress lint help" -f -a "lint" -d 'Check scenario files without exploring them'
complete -c pmdrace -n "__fish_pmdrace_using_subcommand help; and not __fish_seen_subcommand_from list show check replay matrix gate export decode contract mutate stress lint help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
