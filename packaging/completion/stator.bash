# bash completion for stator and stator-server
_stator()
{
    local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]}
    case $previous in
        --workspace | --screenshots) mapfile -t COMPREPLY < <(compgen -d -- "$current"); return ;;
        --sync) mapfile -t COMPREPLY < <(compgen -W 'always interval never' -- "$current"); return ;;
        --auth) mapfile -t COMPREPLY < <(compgen -W 'any' -- "$current"); return ;;
        --log-level) mapfile -t COMPREPLY < <(compgen -W 'error warning info debug' -- "$current"); return ;;
        --port | --host | --region | --cors | --allow-host | --open | --table-delay | --cache-mb | --kinesis-endpoint) return ;;
    esac
    local flags='--workspace --in-memory --port --host --region --zones --sync --auth --cors --allow-host --allow-programs
        --kinesis-endpoint --cache-mb --table-delay --test-clock --log-level --help --version'
    [ "${COMP_WORDS[0]##*/}" = stator ] && flags+=' --no-endpoint --open --screenshots'
    mapfile -t COMPREPLY < <(compgen -W "$flags" -- "$current")
}
complete -F _stator stator stator-server
