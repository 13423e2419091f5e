;; Finds the lines of a piece of a CSV file, sixteen bytes at a time, and tells which of them need a closer look.
;; `npm run wasm` makes garis-wasm.ts of this; a test holds both against each other.
(module
  (memory (import "pbi" "memori") 1)

  ;; mulai, akhir: the bytes from the beginning of a line on. Up to 15 bytes behind them are read too: none may be an LF.
  ;; pemisah: the separator. isian: how many of them a line has. keluar: where the outcome goes, four bytes for each line.
  ;; Every line that ends gives the place behind its LF, negative (its bits turned over) when it has another number of
  ;; separators, a quote, a NUL, or a CR that no LF follows.
  ;; Gives the number of lines, and what ends them: 1 a bare LF, 2 CR and LF, 3 both.
  (func (export "garis") (param $mulai i32) (param $akhir i32) (param $pemisah i32) (param $isian i32) (param $keluar i32)
    (result i32 i32)
    (local $v v128) (local $p v128) (local $awal i32)
    (local $d i32)      ;; bit for each separator of the sixteen bytes
    (local $l i32)      ;; each LF
    (local $c i32)      ;; each CR
    (local $s i32)      ;; each byte behind a CR
    (local $k i32)      ;; each byte that makes its line need a closer look
    (local $sisa i32)   ;; whether the last of the sixteen bytes before was a CR
    (local $banyak i32) ;; separators of this line so far
    (local $aneh i32)   ;; not 0 when this line has needed a closer look so far
    (local $kiri i32)   ;; the bits up to an LF
    (local $tempat i32)
    (local $macam i32)
    (local.set $p (i8x16.splat (local.get $pemisah)))
    (local.set $awal (local.get $keluar))
    (block $selesai
      (loop $lagi
        (br_if $selesai (i32.ge_u (local.get $mulai) (local.get $akhir)))
        (local.set $v (v128.load align=1 (local.get $mulai)))
        (local.set $d (i8x16.bitmask (i8x16.eq (local.get $v) (local.get $p))))
        (local.set $l (i8x16.bitmask (i8x16.eq (local.get $v) (v128.const i8x16 10 10 10 10 10 10 10 10 10 10 10 10 10 10 10 10))))
        (local.set $c (i8x16.bitmask (i8x16.eq (local.get $v) (v128.const i8x16 13 13 13 13 13 13 13 13 13 13 13 13 13 13 13 13))))
        (local.set $k (i8x16.bitmask (v128.or
          (i8x16.eq (local.get $v) (v128.const i8x16 34 34 34 34 34 34 34 34 34 34 34 34 34 34 34 34))
          (i8x16.eq (local.get $v) (v128.const i8x16 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0)))))
        (local.set $s (i32.and (i32.or (i32.shl (local.get $c) (i32.const 1)) (local.get $sisa)) (i32.const 0xffff)))
        (local.set $sisa (i32.shr_u (local.get $c) (i32.const 15)))
        (local.set $k (i32.or (local.get $k) (i32.and (local.get $s) (i32.xor (local.get $l) (i32.const -1)))))
        (local.set $macam (i32.or (local.get $macam) (i32.or
          (i32.ne (i32.and (local.get $l) (i32.xor (local.get $s) (i32.const -1))) (i32.const 0))
          (i32.shl (i32.ne (i32.and (local.get $l) (local.get $s)) (i32.const 0)) (i32.const 1)))))
        (block $habis
          (loop $baris
            (br_if $habis (i32.eqz (local.get $l)))
            (local.set $kiri (i32.xor (local.get $l) (i32.sub (local.get $l) (i32.const 1))))
            (local.set $banyak (i32.add (local.get $banyak) (i32.popcnt (i32.and (local.get $d) (local.get $kiri)))))
            (local.set $aneh (i32.or (local.get $aneh) (i32.and (local.get $k) (local.get $kiri))))
            (local.set $tempat (i32.add (i32.add (local.get $mulai) (i32.ctz (local.get $l))) (i32.const 1)))
            (br_if $selesai (i32.gt_u (local.get $tempat) (local.get $akhir)))
            (i32.store (local.get $keluar) (i32.xor (local.get $tempat) (i32.sub (i32.const 0) (i32.or
              (i32.ne (local.get $banyak) (local.get $isian)) (i32.ne (local.get $aneh) (i32.const 0))))))
            (local.set $keluar (i32.add (local.get $keluar) (i32.const 4)))
            (local.set $banyak (i32.const 0))
            (local.set $aneh (i32.const 0))
            (local.set $d (i32.and (local.get $d) (i32.xor (local.get $kiri) (i32.const -1))))
            (local.set $k (i32.and (local.get $k) (i32.xor (local.get $kiri) (i32.const -1))))
            (local.set $l (i32.and (local.get $l) (i32.sub (local.get $l) (i32.const 1))))
            (br $baris)))
        (local.set $banyak (i32.add (local.get $banyak) (i32.popcnt (local.get $d))))
        (local.set $aneh (i32.or (local.get $aneh) (local.get $k)))
        (local.set $mulai (i32.add (local.get $mulai) (i32.const 16)))
        (br $lagi)))
    (i32.shr_u (i32.sub (local.get $keluar) (local.get $awal)) (i32.const 2))
    (local.get $macam)))
