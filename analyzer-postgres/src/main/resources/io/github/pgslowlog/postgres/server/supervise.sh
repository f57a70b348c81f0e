# sh -c SCRIPT name FOLDER INPUT LOG SIGNAL PROGRAM ARGUMENT...
#
# Runs a program until standard input ends, which happens when the process that holds the other end
# closes it or dies, even of SIGKILL. Then stops the program by the signal and removes the folder.
# A line "keep" instead waits for the program to end by itself and keeps the folder.
# Standard output ends when the program and all its children have ended.
trap '' HUP INT QUIT TERM
umask 077
folder=$1 input=$2 log=$3 signal=$4
shift 4
"$@" <"$input" 3>&1 >"$log" 2>&1 &
program=$!
exec >/dev/null 2>&1
while read -r line; do
  if [ "$line" = keep ]; then
    wait "$program"
    exit
  fi
done
kill -s "$signal" "$program"
wait "$program"
attempts=0
until rm -rf -- "$folder" || [ $attempts -ge 10 ]; do
  attempts=$((attempts + 1))
  sleep 1
done
