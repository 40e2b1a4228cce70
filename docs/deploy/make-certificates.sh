#!/bin/sh
# The hall's own certificate authority, and a certificate for its server signed by it.
# usage: make-certificates.sh <folder> hall.example 192.168.1.10
# The authority may sign for these names only (nameConstraints). Keep authority.key off the server: on a stick, in a drawer.
set -eu
folder=${1:?a folder for the certificates}
name=${2:?the name of the server, as the boxes will call it}
address=${3:?the address of the server}
umask 077
mkdir -p "$folder"
cd "$folder"

if [ ! -f authority.key ]; then
  openssl ecparam -name prime256v1 -genkey -noout -out authority.key
  openssl req -x509 -new -key authority.key -days 3650 -subj "/CN=ClearCall hall authority $name" -out authority.pem \
    -addext "basicConstraints=critical,CA:TRUE,pathlen:0" -addext "keyUsage=critical,keyCertSign,cRLSign" \
    -addext "nameConstraints=critical,permitted;DNS:$name,permitted;IP:$address/255.255.255.255"
fi

openssl ecparam -name prime256v1 -genkey -noout -out server.key
openssl req -new -key server.key -subj "/CN=$name" -out server.csr
cat > server.ext <<EXT
basicConstraints=critical,CA:FALSE
keyUsage=critical,digitalSignature
extendedKeyUsage=serverAuth
subjectAltName=DNS:$name,IP:$address
EXT
openssl x509 -req -in server.csr -CA authority.pem -CAkey authority.key -CAcreateserial -days 800 -extfile server.ext -out server.pem
rm -f server.csr server.ext
# The order matters: the server's own first.
cat server.pem authority.pem > chain.pem
openssl verify -CAfile authority.pem server.pem
echo "Fingerprint of the authority, to compare on each new box:"
openssl x509 -in authority.pem -noout -fingerprint -sha256
