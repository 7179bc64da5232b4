package dync.compiler.graph;

/** Functions of small square matrices of numbers that are known when a model is compiled. */
final class MatrixFunctions {
    /** The Taylor series of a matrix of norm 1/2 ends below rounding after so many terms. */
    private static final int TERMS = 16;

    private MatrixFunctions() {}

    /** {@code (e^z - 1) / z}, and 1 at 0. */
    static double phi1(double z) {
        return z == 0 ? 1 : Math.expm1(z) / z;
    }

    /**
     * The sum over k of {@code Z^k / (k + 1)!}: the upper right block of the exponential of [[Z, I], [0, 0]] (Higham
     * 2008, section 10.7.4).
     */
    static double[][] phi1(double[][] z) {
        int n = z.length;
        double[][] augmented = new double[2 * n][2 * n];
        for (int i = 0; i < n; i++) {
            System.arraycopy(z[i], 0, augmented[i], 0, n);
            augmented[i][n + i] = 1;
        }
        double[][] exponential = exp(augmented);
        double[][] phi = new double[n][n];
        for (int i = 0; i < n; i++) {
            System.arraycopy(exponential[i], n, phi[i], 0, n);
        }
        return phi;
    }

    /** The exponential, by its series for a matrix halved until it is small, then squared as often. */
    static double[][] exp(double[][] matrix) {
        int halvings = Math.max(0, Math.getExponent(norm(matrix)) + 2);
        double[][] small = scaled(matrix, Math.scalb(1.0, -halvings));
        double[][] result = identity(matrix.length);
        for (int k = TERMS; k >= 1; k--) {
            result = product(scaled(small, 1.0 / k), result);
            for (int i = 0; i < result.length; i++) {
                result[i][i] += 1;
            }
        }
        for (int i = 0; i < halvings; i++) {
            result = product(result, result);
        }
        return result;
    }

    /** The largest sum of absolute values in a row. */
    private static double norm(double[][] matrix) {
        double norm = 0;
        for (double[] row : matrix) {
            double sum = 0;
            for (double value : row) {
                sum += Math.abs(value);
            }
            norm = Math.max(norm, sum);
        }
        return norm;
    }

    private static double[][] identity(int n) {
        double[][] identity = new double[n][n];
        for (int i = 0; i < n; i++) {
            identity[i][i] = 1;
        }
        return identity;
    }

    private static double[][] scaled(double[][] matrix, double factor) {
        double[][] scaled = new double[matrix.length][matrix.length];
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j < matrix.length; j++) {
                scaled[i][j] = matrix[i][j] * factor;
            }
        }
        return scaled;
    }

    private static double[][] product(double[][] a, double[][] b) {
        double[][] product = new double[a.length][a.length];
        for (int i = 0; i < a.length; i++) {
            for (int k = 0; k < a.length; k++) {
                for (int j = 0; j < a.length; j++) {
                    product[i][j] += a[i][k] * b[k][j];
                }
            }
        }
        return product;
    }
}
