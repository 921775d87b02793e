package io.throughline.survey.question.stats;

import java.util.Arrays;

/** Whole numbers in as few bytes as they need: seven bits each, the sign in the lowest one. */
final class Bytes {

    private Bytes() {}

    static final class Out {

        private static final int LONGEST = 10;

        private byte[] bytes = new byte[1024];
        private int length;

        void write(long number) {
            if (length + LONGEST > bytes.length) {
                bytes = Arrays.copyOf(bytes, 2 * bytes.length);
            }
            long rest = (number << 1) ^ (number >> 63);
            while ((rest & ~0x7FL) != 0) {
                bytes[length++] = (byte) (rest & 0x7F | 0x80);
                rest >>>= 7;
            }
            bytes[length++] = (byte) rest;
        }

        byte[] bytes() {
            return Arrays.copyOf(bytes, length);
        }
    }

    static final class In {

        private final byte[] bytes;
        private int at;

        In(byte[] bytes) {
            this.bytes = bytes;
        }

        long read() {
            long number = 0;
            int shift = 0;
            byte next;
            do {
                next = bytes[at++];
                number |= (long) (next & 0x7F) << shift;
                shift += 7;
            } while (next < 0);
            return (number >>> 1) ^ -(number & 1);
        }
    }
}
