// Prints the known answers of src/test/resources/tlog-vectors.txt, by golang.org/x/mod v0.43.0 (sumdb/tlog, sumdb/note):
//
//	go mod init vectors && go get golang.org/x/mod@v0.43.0 && go run main.go > tlog-vectors.txt
package main

import (
	"bytes"
	"crypto/sha256"
	"fmt"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

const size = 600

func main() {
	var hashes []tlog.Hash
	read := tlog.HashReaderFunc(func(at []int64) ([]tlog.Hash, error) {
		var out []tlog.Hash
		for _, i := range at {
			out = append(out, hashes[i])
		}
		return out, nil
	})
	for i := int64(0); i < size; i++ {
		more, err := tlog.StoredHashes(i, []byte(fmt.Sprintf("entry-%d", i)), read)
		check(err)
		hashes = append(hashes, more...)
	}
	for n := int64(0); n <= size; n += 1 + n/40 {
		root, err := tlog.TreeHash(n, read)
		check(err)
		fmt.Printf("root %d %x\n", n, root[:])
	}
	for k := int64(0); k < 120; k++ {
		n := 1 + k*k*7%size
		i := k * 31 % n
		proof, err := tlog.ProveRecord(n, i, read)
		check(err)
		fmt.Printf("inclusion %d %d%s\n", i, n, list(proof))
		m := 1 + k*13%n
		tree, err := tlog.ProveTree(n, m, read)
		check(err)
		fmt.Printf("consistency %d %d%s\n", m, n, list(tree))
	}
	for _, tile := range tlog.NewTiles(8, 0, size) {
		data, err := tlog.ReadTileData(tile, read)
		check(err)
		// its paths name the height, those of C2SP do not
		fmt.Printf("tile %s %x\n", "tile/"+tile.Path()[len("tile/8/"):], sha256.Sum256(data))
	}
	big := tlog.Tile{H: 8, L: 1, N: 1234067, W: 7}
	fmt.Printf("path 1 1234067 7 %s\n", "tile/"+big.Path()[len("tile/8/"):])
	secret, verifier, err := note.GenerateKey(bytes.NewReader(bytes.Repeat([]byte{7}, 64)), "quitclaim/vectors")
	check(err)
	signer, err := note.NewSigner(secret)
	check(err)
	root, err := tlog.TreeHash(size, read)
	check(err)
	signed, err := note.Sign(&note.Note{Text: fmt.Sprintf("quitclaim/vectors\n%d\n%s\n", size, root)}, signer)
	check(err)
	fmt.Printf("key %s\nnote %q\n", verifier, signed)
}

func list(hashes []tlog.Hash) string {
	out := ""
	for _, hash := range hashes {
		out += fmt.Sprintf(" %x", hash[:])
	}
	return out
}

func check(err error) {
	if err != nil {
		panic(err)
	}
}
