package org.quitclaim.face.image;

/** Three by three numbers, row by row. */
final class Matrix {
    private static final int SIZE = 3;

    private Matrix() {}

    static double[][] ofColumns(double[]... columns) {
        double[][] matrix = new double[SIZE][SIZE];
        for (int row = 0; row < SIZE; row++) {
            for (int column = 0; column < SIZE; column++) {
                matrix[row][column] = columns[column][row];
            }
        }
        return matrix;
    }

    static double[][] diagonal(double... values) {
        return new double[][] {{values[0], 0, 0}, {0, values[1], 0}, {0, 0, values[2]}};
    }

    static double[] times(double[][] matrix, double[] vector) {
        double[] result = new double[SIZE];
        for (int row = 0; row < SIZE; row++) {
            for (int i = 0; i < SIZE; i++) {
                result[row] += matrix[row][i] * vector[i];
            }
        }
        return result;
    }

    static double[][] times(double[][] a, double[][] b) {
        double[][] result = new double[SIZE][SIZE];
        for (int row = 0; row < SIZE; row++) {
            for (int column = 0; column < SIZE; column++) {
                for (int i = 0; i < SIZE; i++) {
                    result[row][column] += a[row][i] * b[i][column];
                }
            }
        }
        return result;
    }

    /** Not a number anywhere where there is none. */
    static double[][] inverse(double[][] m) {
        double[][] result = new double[SIZE][SIZE];
        double determinant = 0;
        for (int i = 0; i < SIZE; i++) {
            determinant += m[0][i] * cofactor(m, 0, i);
        }
        for (int row = 0; row < SIZE; row++) {
            for (int column = 0; column < SIZE; column++) {
                result[column][row] = cofactor(m, row, column) / determinant;
            }
        }
        return result;
    }

    private static double cofactor(double[][] m, int row, int column) {
        int r1 = (row + 1) % SIZE;
        int r2 = (row + 2) % SIZE;
        int c1 = (column + 1) % SIZE;
        int c2 = (column + 2) % SIZE;
        return m[r1][c1] * m[r2][c2] - m[r1][c2] * m[r2][c1];
    }
}
