# Builds Medulla when a source is newer than the last build. Sourced by ./medulla, which sets root and medulla_lib.

build_stamp=$root/cli/target/medulla/build-stamp
build_log=$root/target/medulla-build.log

needs_build() {
    [ -f "$build_stamp" ] || return 0
    [ -n "$(find "$root"/*/src/main "$root"/*/pom.xml "$root/pom.xml" "$root/launcher" -newer "$build_stamp" 2>/dev/null |
        head -n 1)" ]
}

build_if_needed() {
    needs_build || return 0
    mkdir -p "$root/target" || exit 1
    lock_build
    # Another launch may have built it while this one waited.
    if needs_build; then
        build
    fi
    unlock_build
}

# One build at a time: flock where there is one (a killed build leaves no lock behind), otherwise a folder.
lock_build() {
    if command -v flock >/dev/null 2>&1; then
        exec 9>"$root/target/medulla-build.lock"
        flock -n 9 || { echo "Another launch is building Medulla; waiting for it..." >&2 && flock 9; }
        return 0
    fi
    told=no
    until mkdir "$root/target/medulla-build.locked" 2>/dev/null; do
        owner=$(cat "$root/target/medulla-build.locked/owner" 2>/dev/null) || owner=
        if [ -n "$owner" ] && ! kill -0 "$owner" 2>/dev/null; then
            rm -rf "$root/target/medulla-build.locked"
            continue
        fi
        [ "$told" = yes ] || echo "Another launch is building Medulla; waiting for it..." >&2
        told=yes
        sleep 1
    done
    echo $$ >"$root/target/medulla-build.locked/owner"
}

unlock_build() {
    if command -v flock >/dev/null 2>&1; then
        # Closed here, or the program would hold the lock while it runs.
        exec 9>&-
    else
        rm -rf "$root/target/medulla-build.locked"
    fi
}

build() {
    started=$(date +%s)
    # The stamp bears the time of the start: what is edited during the build is built next time.
    : >"$root/target/medulla-build-stamp"
    commit=$(git -C "$root" rev-parse --short=12 HEAD 2>/dev/null) || commit=
    (cd "$root" && exec ./mvnw -Dquick -DskipTests -Dmedulla.commit="$commit" -pl cli -am package) \
        >"$build_log" 2>&1 </dev/null &
    builder=$!
    trap 'kill $builder 2>/dev/null; printf "\n" >&2; exit 130' INT TERM
    [ -t 2 ] || echo "Building Medulla (the first time takes a minute or two; log: $build_log)" >&2
    while kill -0 $builder 2>/dev/null; do
        if [ -t 2 ]; then
            module=$(sed -n 's/^\[INFO\] Building Medulla \([a-z]*\) .*\(\[.*\]\)$/\1 \2/p' "$build_log" | tail -n 1)
            printf '\r\033[KBuilding Medulla %s (%s s)' "$module" $(($(date +%s) - started)) >&2
        fi
        sleep 0.2 2>/dev/null || sleep 1
    done
    status=0
    wait $builder || status=$?
    trap - INT TERM
    [ ! -t 2 ] || printf '\r\033[K' >&2
    if [ $status -ne 0 ]; then
        grep '^\[ERROR\]' "$build_log" | head -n 15 >&2 || tail -n 15 "$build_log" >&2
        echo "Medulla could not be built: the whole log is $build_log." >&2
        exit 1
    fi
    mv "$root/target/medulla-build-stamp" "$build_stamp"
}
