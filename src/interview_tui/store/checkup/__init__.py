"""The checks of `doctor`: small functions, most of them over plain values, each with a line to act on."""
