# Finds a JDK 25 or newer and prints its home; prints nothing and fails when there is none.
# Sourced by ./mvnw and ./medulla, so that both work where the default `java` is older.

jdk_major() {
    # The release file answers without starting a JVM.
    [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 1
    sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
}

find_jdk() {
    on_path=$(command -v javac 2>/dev/null) && on_path=$(readlink -f "$on_path" 2>/dev/null) && on_path=${on_path%/bin/javac}
    for home in "${JAVA_HOME:-}" "$on_path" \
        /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* \
        "${SDKMAN_DIR:-$HOME/.sdkman}"/candidates/java/* "$HOME"/.jdks/* \
        /Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
        /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
        [ -n "$home" ] || continue
        major=$(jdk_major "$home") || continue
        if [ "${major:-0}" -ge 25 ]; then
            printf '%s\n' "$home"
            return 0
        fi
    done
    return 1
}

require_jdk() {
    JAVA_HOME=$(find_jdk) || {
        echo "Medulla needs a JDK 25 or newer and found none: install one (for example Eclipse Temurin 25) or point JAVA_HOME at it." >&2
        exit 1
    }
    export JAVA_HOME
}
