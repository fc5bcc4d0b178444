# Sourced by the launcher and the Makefile: sets JDK to the home of a JDK 25 (or newer, if there is no 25).
# Looks at JAVA_HOME, the java on PATH, and the usual folders; asks each one's `release` file, so nothing is started.

jdk_version_of() { # prints the feature version of the JDK at $1, or nothing where it is not a JDK
  [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 0
  sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
}

find_jdk() {
  local home version candidates=() newest=0
  JDK=
  [ -n "${JAVA_HOME:-}" ] && candidates+=("$JAVA_HOME")
  if command -v javac >/dev/null 2>&1; then
    home=$(readlink -f "$(command -v javac)" 2>/dev/null || true)
    [ -n "$home" ] && candidates+=("${home%/bin/javac}")
  fi
  candidates+=(/usr/lib/jvm/* /usr/java/* /opt/jdk* /opt/java/* "$HOME"/.jdks/* "$HOME"/.sdkman/candidates/java/*
    /Library/Java/JavaVirtualMachines/*/Contents/Home /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home)
  for home in "${candidates[@]}"; do
    version=$(jdk_version_of "$home")
    if [ "$version" = 25 ]; then
      JDK=$home
      return 0
    fi
    if [ -n "$version" ] && [ "$version" -gt 25 ] && [ "$version" -gt "$newest" ]; then
      newest=$version
      JDK=$home
    fi
  done
  [ -n "$JDK" ]
}

require_jdk() {
  find_jdk && return 0
  cat >&2 <<'WORDS'
cofferdam: no JDK 25 found [looked at JAVA_HOME, PATH, /usr/lib/jvm, /usr/java, /opt, ~/.jdks, ~/.sdkman, /Library/Java]
hint: install one and run again:
  Debian or Ubuntu:  apt-get install temurin-25-jdk   (or openjdk-25-jdk where the release carries it)
  Fedora or RHEL:    dnf install java-25-openjdk-devel
  macOS:             brew install openjdk@25
  or unpack any JDK 25 and set JAVA_HOME to its folder
WORDS
  return 3
}

require_maven() {
  local version
  if command -v mvn >/dev/null 2>&1; then
    version=$(mvn -version 2>/dev/null | sed -n 's/.*Apache Maven \([0-9.]*\).*/\1/p')
    case "$version" in
      3.8.[7-9]* | 3.9* | 3.[1-9][0-9]* | 4.*) return 0 ;;
    esac
    echo "cofferdam: Maven \`$version\` is too old [3.8.7 or newer]" >&2
  else
    echo "cofferdam: no Maven found [mvn 3.8.7 or newer on PATH]" >&2
  fi
  echo "hint: apt-get install maven, dnf install maven or brew install maven; it is needed for the first build only" >&2
  return 3
}
