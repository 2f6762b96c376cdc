#!/usr/bin/env bash
# Runs the database suite on a PostgreSQL server of the system (Debian's, version 15 or later) in a throw-away
# cluster. As root on Debian it installs one where there is none.
set -euo pipefail
cd "$(dirname "$0")/.."

bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | head -1 || true)
if [ -z "$bin" ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends postgresql postgresql-contrib >/dev/null
  bin=$(ls -d /usr/lib/postgresql/*/bin | sort -V | head -1)
fi
if [ -z "$bin" ]; then
  echo "PostgreSQL server tidak ditemukan. Pasang dulu: sudo apt-get install postgresql / install postgresql first" >&2
  exit 1
fi

folder=$(mktemp -d)
chmod 755 "$folder"
as_postgres() { if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi; }
if [ "$(id -u)" = 0 ]; then chown postgres "$folder"; fi
port=$((20000 + RANDOM % 20000))
stop() { as_postgres "$bin/pg_ctl" -D "$folder/data" -m immediate stop >/dev/null 2>&1 || true; rm -rf "$folder"; }
trap stop EXIT
as_postgres "$bin/initdb" -D "$folder/data" -U gawangan_owner -A trust -E UTF8 --locale=C.UTF-8 >/dev/null
as_postgres "$bin/pg_ctl" -D "$folder/data" -w -o "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off -c max_connections=100" -l "$folder/log" start >/dev/null
"$bin/postgres" --version
TEST_DATABASE_URL="postgres://gawangan_owner@127.0.0.1:$port/postgres" node scripts/test.mjs --only database
