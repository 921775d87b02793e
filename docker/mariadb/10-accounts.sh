#!/bin/bash
# Runs once, on an empty data folder: the database and its two accounts. The portal's own account gets no rights here
# beyond connecting; each migration gives it what it needs, table by table.
set -euo pipefail

root_password=$(<"/run/secrets/db_root_password")
owner_password=$(<"/run/secrets/db_owner_password")
app_password=$(<"/run/secrets/db_app_password")
for password in "$owner_password" "$app_password"; do
  case $password in
    '' | *[\'\\]*) echo "database passwords must not be empty or hold quotes or backslashes" >&2; exit 1 ;;
  esac
done

# The image runs this file as a program of its own, so that none of its functions are at hand here.
MYSQL_PWD=$root_password mariadb --protocol=socket --user=root mysql <<SQL
create database throughline character set utf8mb4 collate utf8mb4_unicode_ci;
create user throughline_owner@'%' identified by '${owner_password}';
grant all privileges on throughline.* to throughline_owner@'%' with grant option;
create user throughline_app@'%' identified by '${app_password}';
grant show view on throughline.* to throughline_app@'%';
SQL
