#!/bin/sh
# Runs once, when the data folder is empty: a role and a schema for each service, so that none can read another's.
set -eu
for service in monitor alert notify; do
  password=$(cat "/etc/tocsin/database/${service}-service")
  psql --set ON_ERROR_STOP=1 --set owner="$service" --set password="$password" \
    --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" <<'SQL'
CREATE ROLE :"owner" LOGIN PASSWORD :'password';
CREATE SCHEMA :"owner" AUTHORIZATION :"owner";
SQL
done
