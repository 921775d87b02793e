#!/bin/bash
# While the image is built: starts the portal once on a throw-away database and keeps the classes it loaded in app.aot.
# Takes the folder of the server programs and the portal's folder.
set -euo pipefail

server=$(find "$1" -type d -name share -prune | head -n 1)
server=$(cp -r "$(dirname "$server")" /tmp/server && echo /tmp/server)
chmod -R u+rwx "$server/bin" "$server/scripts"
work=$(mktemp -d)
export LD_LIBRARY_PATH=$server/libs

"$server/scripts/mariadb-install-db" --no-defaults --force --skip-name-resolve --basedir="$server" \
  --datadir="$work/db" --auth-root-authentication-method=normal >"$work/install.log" 2>&1 || { cat "$work/install.log"; exit 1; }
cat >"$work/accounts.sql" <<'SQL'
create database throughline character set utf8mb4 collate utf8mb4_unicode_ci;
create user throughline_owner@localhost identified by 'training';
grant all privileges on throughline.* to throughline_owner@localhost with grant option;
create user throughline_app@localhost identified by 'training';
grant show view on throughline.* to throughline_app@localhost;
SQL
as_root=()
[ "$(id -u)" != 0 ] || as_root=(--user=root)
"$server/bin/mariadbd" --no-defaults --basedir="$server" --datadir="$work/db" --bind-address=127.0.0.1 --port=13306 \
  --socket="$work/db.sock" --skip-ssl --init-file="$work/accounts.sql" --log-bin=binlog --server-id=1 \
  --innodb-snapshot-isolation=ON --log-bin-trust-function-creators=1 --character-set-server=utf8mb4 \
  "${as_root[@]}" >"$work/server.log" 2>&1 &
database=$!
unset LD_LIBRARY_PATH
trap 'kill "$database" 2>/dev/null || true; rm -rf "$work" /tmp/server' EXIT
for _ in $(seq 100); do
  (exec 3<>/dev/tcp/127.0.0.1/13306) 2>/dev/null && break
  sleep 0.2
done

cd "$2"
SPRING_PROFILES_ACTIVE=production \
THROUGHLINE_DATABASE_STRICT=false \
THROUGHLINE_DATABASE_URL=jdbc:mariadb://127.0.0.1:13306/throughline \
THROUGHLINE_DATABASE_APP_USER=throughline_app THROUGHLINE_DATABASE_APP_PASSWORD=training THROUGHLINE_DATABASE_APP_HOST=localhost \
THROUGHLINE_DATABASE_OWNER_USER=throughline_owner THROUGHLINE_DATABASE_OWNER_PASSWORD=training \
THROUGHLINE_DATABASE_FOLDER="$work" \
  java -XX:+UseCompactObjectHeaders --enable-native-access=ALL-UNNAMED -XX:AOTCacheOutput=app.aot \
  -Dspring.context.exit=onRefresh -jar throughline.jar >"$work/portal.log" 2>&1 || { tail -n 40 "$work/portal.log"; exit 1; }
test -s app.aot
