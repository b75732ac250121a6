# Starts the JVM. Sourced by ./medulla and by bin/medulla of a packaged copy, which set JAVA_HOME and medulla_lib.

# Fresh pages from the kernel are slow to touch and OpenMP takes every core it sees: both matter for training and inference.
export MALLOC_TRIM_THRESHOLD_="${MALLOC_TRIM_THRESHOLD_:-536870912}"
export MALLOC_MMAP_THRESHOLD_="${MALLOC_MMAP_THRESHOLD_:-536870912}"
if [ -z "${OMP_NUM_THREADS:-}" ]; then
    OMP_NUM_THREADS=$(nproc 2>/dev/null || getconf _NPROCESSORS_ONLN 2>/dev/null || echo 2)
    export OMP_NUM_THREADS
fi
# libtorch warns of its own past on every start.
export TORCH_CPP_LOG_LEVEL="${TORCH_CPP_LOG_LEVEL:-ERROR}"
# In the locale C the JVM could not open a file whose name has an umlaut.
case ${LC_ALL:-${LC_CTYPE:-${LANG:-C}}} in
    C | POSIX) export LC_ALL=C.UTF-8 ;;
esac

# The thresholds above keep what is freed, and a study that trains twenty networks would in the end hold all memory: once a
# minute it goes back.
jvm_settings="-XX:+UseParallelGC -XX:MaxRAMPercentage=40 -XX:TrimNativeHeapInterval=60000
    -Dmedulla.terminal=$([ -t 2 ] && echo yes || echo no)
    -Xlog:disable
    --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow
    -Djava.awt.headless=true -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8
    -Dai.djl.offline=true -Dai.djl.logging.level=warn"

run_medulla() {
    jar=$medulla_lib/medulla-cli.jar
    start_cache=$medulla_lib/medulla.aot
    if [ -w "$medulla_lib" ] && { [ ! -e "$start_cache" ] || [ "$jar" -nt "$start_cache" ]; }; then
        prepare_fast_start
    fi
    set -- -cp "$jar" org.medulla.cli.Main "$@"
    # Unpacked by the build: without this ONNX Runtime unpacks its library into a temporary folder on every start.
    [ ! -d "$medulla_lib/onnxruntime" ] || set -- "-Donnxruntime.native.path=$medulla_lib/onnxruntime" "$@"
    [ ! -s "$start_cache" ] || set -- "-XX:AOTCache=$start_cache" "$@"
    # Both lists of settings are split into words on purpose.
    exec "$JAVA_HOME/bin/java" $jvm_settings ${MEDULLA_JAVA_OPTIONS:-} "$@"
}

# Keeps the classes that every command needs loaded and linked in a file, and which methods are worth compiling (JEP 483, 514
# and 515), which halves the time to start and takes a quarter off a count of 500 cells.
# The JVM passes over a cache that does not fit its jars or itself, so nothing depends on it.
prepare_fast_start() {
    [ ! -t 2 ] || printf 'Preparing a fast start (once)...' >&2
    "$JAVA_HOME/bin/java" $jvm_settings -XX:AOTCacheOutput="$start_cache.$$" -cp "$jar" org.medulla.cli.Main rehearse \
        >/dev/null 2>&1 </dev/null || true
    # An empty file says that this JVM cannot make one.
    [ -f "$start_cache.$$" ] || : >"$start_cache.$$"
    mv "$start_cache.$$" "$start_cache"
    rm -f "$start_cache.$$".*
    [ ! -t 2 ] || printf '\r\033[K' >&2
}
