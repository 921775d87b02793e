#!/bin/bash
# While the image is built: starts the portal once on a throw-away database, opens its sign-in page as a browser would,
# and keeps the classes all that loaded in app.aot. Takes the folder of the server programs and the portal's folder.
set -euo pipefail

work=$(mktemp -d)
server=$work/server
cp -r "$(dirname "$(find "$1" -type d -name share -prune | head -n 1)")" "$server"
chmod -R u+rwx "$server/bin" "$server/scripts"
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
portal=""
trap 'kill $portal "$database" 2>/dev/null || true; wait; rm -rf "$work"' EXIT
listens() {
  for _ in $(seq 1200); do
    (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null && return 0
    sleep 0.2
  done
  return 1
}
listens 13306

cd "$2"
SPRING_PROFILES_ACTIVE=production SERVER_PORT=18080 MANAGEMENT_SERVER_PORT=18081 \
THROUGHLINE_DATABASE_STRICT=false THROUGHLINE_BASE_URL=http://localhost:18080 \
THROUGHLINE_DATABASE_URL=jdbc:mariadb://127.0.0.1:13306/throughline \
THROUGHLINE_DATABASE_APP_USER=throughline_app THROUGHLINE_DATABASE_APP_PASSWORD=training THROUGHLINE_DATABASE_APP_HOST=localhost \
THROUGHLINE_DATABASE_OWNER_USER=throughline_owner THROUGHLINE_DATABASE_OWNER_PASSWORD=training \
THROUGHLINE_DATABASE_FOLDER="$work" \
  java -XX:+UseCompactObjectHeaders --enable-native-access=ALL-UNNAMED -XX:AOTCacheOutput=app.aot \
  -jar throughline.jar >"$work/portal.log" 2>&1 &
portal=$!

# One request of our own, the answer on standard output: method, path, body.
request() {
  exec 3<>/dev/tcp/127.0.0.1/18080
  printf '%s %s HTTP/1.0\r\nHost: localhost\r\nAccept: text/html\r\nCookie: %s\r\nContent-Type: application/json\r\nContent-Length: %s\r\n\r\n%s' \
    "$1" "$2" "$cookie" "${#3}" "$3" >&3
  cat <&3
  exec 3>&-
}
first() { sed -n "s/.*$1.*/\\1/p" <<<"$2" | head -n 1; }

listens 18080 || { tail -n 40 "$work/portal.log"; exit 1; }
cookie=""
page=$(request GET /login "")
cookie=$(first 'Set-Cookie: \(SID=[^;]*\)' "$page")
state=$(request GET '/?v-r=init&location=login&query=' "")
key=$(first '"Vaadin-Security-Key":"\([^"]*\)"' "$state")
drawn=$(request POST '/?v-r=uidl&v-uiId=0' '{"csrfToken":"'"$key"'","rpc":[{"type":"event","node":1,"event":"ui-navigate","data":{"route":"login","query":"","appShellTitle":"","historyState":{"idx":0},"trigger":""}}],"syncId":0,"clientId":0}')
case $drawn in
  *vaadin-password-field*) ;;
  *) echo "The sign-in page was not drawn: the cache will lack what that takes." >&2 ;;
esac

# The cache is written when the portal ends.
kill -TERM "$portal"
wait "$portal" || true
test -s app.aot || { tail -n 40 "$work/portal.log"; exit 1; }
