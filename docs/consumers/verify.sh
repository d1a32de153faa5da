#!/bin/sh
# Verifies one message with openssl: TOCSIN_SECRET=whsec_... ./verify.sh ID TIMESTAMP SIGNATURE < body
# The body must be the bytes as they came. Prints "verified" and ends with 0, or ends with 1.
set -eu
key=$(printf %s "${TOCSIN_SECRET#whsec_}" | openssl base64 -d -A | xxd -p -c 256)
mac=$({ printf '%s.%s.' "$1" "$2"; cat; } | openssl dgst -sha256 -mac HMAC -macopt "hexkey:$key" -binary | openssl base64 -A)
for signature in $3; do
    if [ "$signature" = "v1,$mac" ]; then
        echo verified
        exit 0
    fi
done
echo 'not verified' >&2
exit 1
